package io.vidstead.app.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, as {@link RequestGate} found it. */
@Singleton
class RequestCaller implements Caller {

    private static final int MAX_AGENT = 256;

    private final CurrentVertxRequest current;

    RequestCaller(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Optional<UserId> userId() {
        return Optional.ofNullable(identity()).map(Identity::userId);
    }

    @Override
    public Role role() {
        Identity identity = identity();
        return identity == null ? Role.USER : identity.role();
    }

    @Override
    public OptionalLong signIn() {
        Identity identity = identity();
        return identity == null ? OptionalLong.empty() : OptionalLong.of(identity.signIn());
    }

    @Override
    public String address() {
        RoutingContext request = request();
        return request == null ? "" : ClientAddress.of(request);
    }

    @Override
    public String userAgent() {
        RoutingContext request = request();
        String agent = request == null ? null : request.request().getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), MAX_AGENT));
    }

    private @Nullable Identity identity() {
        RoutingContext request = request();
        return request == null ? null : request.get(RequestGate.IDENTITY);
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }
}
