package io.vidstead.catalog;

import io.vidstead.kernel.Outages;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What one answer is put together from when some of it is away: an old page is better than none, and a page without how far its
 * viewer came is better than none. The answer says so in {@code Cache-Status} (RFC 9211) and {@code Vidstead-Without}.
 */
final class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private final List<String> missing = new ArrayList<>();

    /** The part, or what stands in for it while what it comes from is away. */
    <T> T ask(String name, Supplier<T> part, T instead) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            if (!Outages.caused(e)) {
                throw e;
            }
            LOG.debugf("A page goes without its %s: %s", name, e.getMessage());
            missing.add(name);
            return instead;
        }
    }

    /** @param age of the page if it is one that was remembered */
    Response mark(Response answer, Optional<Duration> age) {
        if (age.isEmpty() && missing.isEmpty()) {
            return answer;
        }
        Response.ResponseBuilder marked = Response.fromResponse(answer);
        age.ifPresent(
                old -> marked.header("Cache-Status", "vidstead; hit; ttl=-" + old.toSeconds() + "; detail=stale"));
        if (!missing.isEmpty()) {
            marked.header("Vidstead-Without", String.join(", ", missing));
        }
        return marked.build();
    }
}
