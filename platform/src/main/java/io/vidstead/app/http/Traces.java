package io.vidstead.app.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id under which a request is found in logs: taken from a W3C {@code traceparent} header, else random. 32
 * hexadecimal digits.
 */
final class Traces {

    /** Under which the logs of a request carry it. */
    static final String LOG_KEY = "traceId";

    private static final String KEY = "vidstead.trace";
    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    static String id(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String id = fromHeader(request.request().getHeader("traceparent"));
        request.put(KEY, id);
        return id;
    }

    private static String fromHeader(@Nullable String header) {
        if (header != null && header.length() == 55) {
            var match = PARENT.matcher(header);
            if (match.matches()) {
                return match.group(1);
            }
        }
        // Not secret and asked for by every request: the cheap generator will do.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder id = new StringBuilder(32);
        appendHex(id, random.nextLong());
        appendHex(id, random.nextLong());
        return id.toString();
    }

    private static void appendHex(StringBuilder out, long bits) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (bits >>> shift) & 15, 16));
        }
    }
}
