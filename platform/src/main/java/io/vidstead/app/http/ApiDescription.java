package io.vidstead.app.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code GET /openapi}: the description of the API as it is written by hand, in OpenAPI 3.1 as JSON. */
@ApplicationScoped
class ApiDescription {

    private static final String DOCUMENT = "META-INF/openapi.json";

    void register(@Observes Router router) {
        router.get("/openapi").handler(request -> {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            request.response().sendFile(DOCUMENT).onFailure(request::fail);
        });
    }
}
