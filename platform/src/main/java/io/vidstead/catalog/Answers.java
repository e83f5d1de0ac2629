package io.vidstead.catalog;

import io.vidstead.kernel.http.EntityTags;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends answers that have an entity tag; 304 where the caller has it already.
 *
 * @param ifNoneMatch,acceptEncoding the request's headers
 */
record Answers(@Nullable String ifNoneMatch, @Nullable String acceptEncoding) {

    private static final String VARY = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_ENCODING;

    /** The same for everybody without a token. Any cache may keep it, but must ask whether it is still right. */
    Response shared(Answer answer) {
        return send(answer, "no-cache");
    }

    Response personal(Answer answer) {
        return send(answer, "private, no-cache");
    }

    private Response send(Answer answer, String cacheControl) {
        return body(answer)
                .header(HttpHeaders.ETAG, answer.etag())
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    private Response.ResponseBuilder body(Answer answer) {
        if (EntityTags.anyMatches(ifNoneMatch, answer.etag())) {
            return Response.notModified();
        }
        if (answer.packed().isPresent() && takesGzip()) {
            return Response.ok(answer.packed().get()).header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return Response.ok(answer.json());
    }

    private boolean takesGzip() {
        return acceptEncoding != null && acceptEncoding.contains("gzip") && !acceptEncoding.contains("gzip;q=0");
    }
}
