package io.vidstead.app.objects;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.engines.objects.ObjectEndpoint;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.SignedAddress;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.http.ResponseChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** {@code /internal/objects/…}: hands requests to the {@link ObjectEndpoint}, each on a thread of its own. */
@ApplicationScoped
class ObjectRoute {

    private static final Logger LOG = Logger.getLogger(ObjectRoute.class);
    private static final int BEFORE_OTHERS = -100;
    private static final int BUFFER = 128 << 10;

    private final ObjectEndpoint endpoint;
    private final boolean open;

    ObjectRoute(ObjectStore objects, StagingObjects stages, SigningKey key, Clock clock, Settings settings) {
        this.endpoint = new ObjectEndpoint(objects, stages, ObjectAccess.signer(key), clock);
        this.open = settings.roles().contains(ServerRole.API);
    }

    void register(@Observes Router router) {
        if (open) {
            router.route(SignedAddress.PATH + "*").order(BEFORE_OTHERS).handler(this::handle);
        }
    }

    private void handle(RoutingContext context) {
        boolean puts = context.request().method().equals(HttpMethod.PUT);
        InputStream body = puts ? new RequestBody(context.request()) : InputStream.nullInputStream();
        ObjectEndpoint.Request request = new ObjectEndpoint.Request(
                context.request().method().name(),
                String.valueOf(context.request().path()),
                Optional.ofNullable(context.request().getHeader("Range")),
                Optional.ofNullable(context.request().getHeader(ObjectEndpoint.DIGEST)),
                body);
        Thread.ofVirtual().name("objects-", 0).start(() -> answer(context, request));
    }

    private void answer(RoutingContext context, ObjectEndpoint.Request request) {
        try {
            ObjectEndpoint.Answer answer = endpoint.answer(request);
            try (InputStream body = answer.body()) {
                send(context, answer, body);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "%s was not answered", request.path());
            context.request().connection().close();
        }
    }

    private static void send(RoutingContext context, ObjectEndpoint.Answer answer, InputStream body)
            throws IOException {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.status() >= 400 && context.request().method().equals(HttpMethod.PUT)) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE); // the rest of the body is not read
        }
        if (context.request().method().equals(HttpMethod.HEAD) || answer.status() == 204) {
            response.end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(answer.length()));
        ResponseChannel out = new ResponseChannel(response);
        byte[] buffer = new byte[BUFFER];
        for (long left = answer.length(); left > 0; ) {
            int read = body.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                throw new IOException("the object ended early");
            }
            out.write(ByteBuffer.wrap(buffer, 0, read));
            left -= read;
        }
        response.end();
    }
}
