package io.vidstead.app.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whom a trusted proxy asks for: the last address of {@code X-Forwarded-For} that is not itself a trusted proxy's. Most proxies append
 * the address they see to what they were sent, so whatever stands before it may be made up; Quarkus believes the first.
 */
@ApplicationScoped
class ForwardedFor {

    private static final String HEADER = "X-Forwarded-For";

    /** Before anything else asks for the address. */
    private static final int PRIORITY = 1_000;

    private final Networks trusted;
    private final boolean behindProxy;

    ForwardedFor(Settings settings) {
        this.trusted = new Networks(settings.http().trustedProxies());
        this.behindProxy = !settings.http().trustedProxies().isEmpty();
    }

    void register(@Observes Filters filters) {
        if (behindProxy) {
            filters.register(this::handle, PRIORITY);
        }
    }

    private void handle(RoutingContext request) {
        if (trusted.contain(ClientAddress.peer(request))) {
            List<String> addresses = request.request().headers().getAll(HEADER).stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(address -> withoutPort(address.strip()))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
            if (!addresses.isEmpty()) {
                ClientAddress.set(request, client(addresses, trusted));
            }
        }
        request.next();
    }

    /** The first where all are proxies: then one of them asks for itself. */
    static String client(List<String> addresses, Networks trusted) {
        return addresses.reversed().stream()
                .filter(address -> !trusted.contain(address))
                .findFirst()
                .orElseGet(addresses::getFirst);
    }

    static String withoutPort(String address) {
        if (address.startsWith("[") && address.indexOf(']') > 0) {
            return address.substring(1, address.indexOf(']'));
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
