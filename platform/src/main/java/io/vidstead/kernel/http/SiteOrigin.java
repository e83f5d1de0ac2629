package io.vidstead.kernel.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells this site's own pages from others'. */
@ApplicationScoped
public class SiteOrigin {

    private final @Nullable String configured;

    SiteOrigin(Settings.Site site) {
        this.configured = site.url().map(URI::toString).orElse(null);
    }

    /** Whether the request names no origin, as programs do, or this site's. */
    public boolean isOwn(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || origin.equals(configured)) {
            return true;
        }
        String host = request.getHeader(HttpHeaders.HOST);
        int scheme = origin.indexOf("://");
        return host != null && scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }
}
