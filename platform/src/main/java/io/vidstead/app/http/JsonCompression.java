package io.vidstead.app.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON gzip-compressed to who takes it so. Done here, not by the server for all answers, because that would end zero
 * copy for media. Small answers go plain: compressing costs more than it saves.
 */
@Provider
class JsonCompression implements WriterInterceptor {

    private static final int WORTH_IT = 1_400;
    /** Twice the speed of the default level, for 2 % more bytes. */
    private static final int LEVEL = 3;

    private final RoutingContext request;

    JsonCompression(RoutingContext request) {
        this.request = request;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (!isJson(answer.getMediaType()) || answer.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            answer.proceed();
            return;
        }
        answer.getHeaders().putIfAbsent(HttpHeaders.VARY, List.of(HttpHeaders.ACCEPT_ENCODING));
        if (!takesGzip(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            answer.proceed();
            return;
        }
        OutputStream target = answer.getOutputStream();
        ByteArrayOutputStream plain = new ByteArrayOutputStream(4 * WORTH_IT);
        answer.setOutputStream(plain);
        answer.proceed();
        if (plain.size() < WORTH_IT) {
            plain.writeTo(target);
        } else {
            // JAX-RS has handed its headers over by now; the server has not sent them.
            request.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.size() / 2);
            try (Gzip gzip = new Gzip(packed)) {
                plain.writeTo(gzip);
            }
            packed.writeTo(target);
        }
        answer.setOutputStream(target);
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(LEVEL);
        }
    }
}
