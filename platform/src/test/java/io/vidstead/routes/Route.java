package io.vidstead.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A method of a path, as docs/openapi.json names it. */
record Route(String method, String path) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Outside of JAX-RS, so not in the document. */
    private static final List<Route> RAW = List.of(
            new Route("GET", "/media/{id}/master.m3u8"),
            new Route("HEAD", "/media/{id}/master.m3u8"),
            new Route("GET", "/internal/objects/{key}"),
            new Route("PUT", "/internal/objects/{key}"),
            new Route("GET", "/ws"),
            new Route("GET", "/health/ready"),
            new Route("GET", "/metrics"),
            new Route("GET", "/openapi"));

    private static final Set<String> ENDING =
            Set.of("POST /api/v1/me/password", "POST /api/v1/auth/logout", "POST /api/v1/auth/logout-everywhere");

    static List<Route> all() throws IOException {
        List<Route> routes = new ArrayList<>();
        JsonNode paths =
                new ObjectMapper().readTree(new File("../docs/openapi.json")).path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> routes.add(new Route(method.toUpperCase(Locale.ROOT), path.getKey()))));
        routes.addAll(RAW);
        return routes;
    }

    boolean reads() {
        return READING.contains(method);
    }

    /** Whether who asked can ask nothing more afterwards. */
    boolean endsSignIns() {
        return ENDING.contains(toString());
    }

    /** Whether what it was asked about is gone or another one's after a success. */
    boolean usesUp() {
        boolean mark = path.endsWith("/pin")
                || path.endsWith("/heart")
                || path.endsWith("/subscription")
                || path.endsWith("/not-interested")
                || path.endsWith("/not-recommended")
                || path.contains("/me/taste");
        boolean upload = path.contains("{upload_id}") && !reads();
        return (method.equals("DELETE") && !mark)
                || upload
                || toString().equals("POST /api/v1/playlists/{id}/collaborators");
    }

    /** Whether it is about something that may be private. */
    boolean isOfSomethingPrivate() {
        return path.contains("/videos/{id}")
                || path.startsWith("/media/{id}")
                || path.contains("/playlists/{id}")
                || path.contains("/comments/{id}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
