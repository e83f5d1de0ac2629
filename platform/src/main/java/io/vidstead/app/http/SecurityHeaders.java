package io.vidstead.app.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The headers that tell browsers what an answer may do. */
final class SecurityHeaders {

    /** For the web app; each source is there because a page needs it. */
    static final String APP_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** For the API browser, whose page has an inline script and inline styles. */
    static final String DOCS_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** For data: nothing may happen in it, even if somebody opens it as a page. */
    static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence OPENER = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence RESOURCE = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence PERMISSIONS = HttpHeaders.createOptimized("Permissions-Policy");

    private SecurityHeaders() {}

    static void set(MultiMap headers, String path) {
        headers.set(TYPE_OPTIONS, "nosniff");
        if (path.startsWith("/media/")) {
            headers.set(POLICY, DATA_POLICY);
            headers.set(RESOURCE, "cross-origin");
            return;
        }
        headers.set(RESOURCE, "same-origin");
        if (path.startsWith("/api/")) {
            headers.set(POLICY, DATA_POLICY);
            return;
        }
        headers.set(POLICY, path.startsWith("/docs") ? DOCS_POLICY : APP_POLICY);
        headers.set(REFERRER, "strict-origin-when-cross-origin");
        headers.set(OPENER, "same-origin");
        headers.set(PERMISSIONS, "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    }
}
