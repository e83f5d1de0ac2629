package io.vidstead.app.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * How large a body may be: small everywhere, because most bodies are JSON or a picture; but uploads measure theirs
 * themselves while they stream.
 */
@ApplicationScoped
class BodyLimits {

    private static final long LIMIT = 32L << 20;
    private static final List<String> STREAMED = List.of("/api/v1/tus", "/api/v1/videos/upload/");

    /** Right after Quarkus's own limit, which holds for the whole server. */
    private static final int PRIORITY = 1;

    private final ProblemWriter problems;

    BodyLimits(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        if (STREAMED.stream().anyMatch(request.normalizedPath()::startsWith)) {
            request.next();
            return;
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT); // counted while it is read
        } else if (Long.parseLong(length) > LIMIT) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(
                    request,
                    Problem.caller("too_large", "The body is larger than what is taken here.")
                            .status(413));
            return;
        }
        request.next();
    }
}
