package io.vidstead.uploads;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.engines.objects.ExpectedDigest;
import java.io.InputStream;
import java.util.Optional;

/**
 * A body on its way in.
 *
 * @param length what the request says of it; absent for chunked bodies
 * @param digest what it must have to be kept, if the sender says so
 * @param cut closes the connection it comes by; may be run from any thread
 */
record IncomingBytes(InputStream body, Optional<Long> length, Optional<ExpectedDigest> digest, Runnable cut) {

    static IncomingBytes of(InputStream body, Optional<ExpectedDigest> digest, RoutingContext context) {
        return new IncomingBytes(body, contentLength(context), digest, () -> cut(context));
    }

    /** The HTTP server has refused malformed ones. */
    static Optional<Long> contentLength(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .map(Long::parseLong);
    }

    private static void cut(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.vertx().runOnContext(_ -> {
            switch (request.version()) {
                case HTTP_1_0, HTTP_1_1 -> request.connection().close();
                case HTTP_2 -> request.response().reset();
            }
        });
    }
}
