package io.vidstead.app.http;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** What kind of thing a request asks for, as far as limits differ. */
enum RouteClass {
    /**
     * Not counted: media and the app's files, which are cheap and many; the bytes of uploads, which quotas bound; signed
     * addresses between servers; health.
     */
    FREE,
    READ,
    WRITE,
    /** Where passwords are tried or people are made. */
    AUTH,
    /** Handshakes of sockets. */
    REALTIME;

    private static final String API = "/api/v1/";
    private static final String CHUNKS = "/api/v1/videos/upload/";
    private static final String TUS = "/api/v1/tus/";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> PASSWORDS =
            Set.of("/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/setup", "/api/v1/me/password");

    /** @param normalised a path; with a slash at its end it leads to the same route as without */
    static RouteClass of(HttpMethod method, String normalised) {
        String path = normalised.endsWith("/") ? normalised.substring(0, normalised.length() - 1) : normalised;
        if (!path.startsWith(API)) {
            return path.equals("/ws") ? REALTIME : FREE;
        }
        if (READS.contains(method)) {
            return READ;
        }
        if ((method.equals(HttpMethod.PUT) && path.startsWith(CHUNKS))
                || (method.equals(HttpMethod.PATCH) && path.startsWith(TUS))) {
            return FREE;
        }
        return method.equals(HttpMethod.POST) && PASSWORDS.contains(path) ? AUTH : WRITE;
    }
}
