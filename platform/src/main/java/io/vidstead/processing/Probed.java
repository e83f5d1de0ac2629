package io.vidstead.processing;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.probe.ProbeResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What originals are, asked once for the steps of a video that follow one another: a key never gets other bytes. Refusals are not
 * kept, for an overloaded machine may be behind one.
 */
@ApplicationScoped
class Probed {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MAX_KEPT = 500;

    private final Toolbox toolbox;
    private final Cache<ObjectKey, MediaInfo> known;

    Probed(Toolbox toolbox, Caches caches) {
        this.toolbox = toolbox;
        this.known = caches.create("processing.probed", KEPT, MAX_KEPT);
    }

    /** @param file the original or a copy of it */
    ProbeResult probe(ObjectKey original, Path file) {
        Optional<MediaInfo> before = known.find(original);
        if (before.isPresent()) {
            return new ProbeResult.Accepted(before.get());
        }
        ProbeResult result = toolbox.tools().prober().probe(file);
        if (result instanceof ProbeResult.Accepted(var info)) {
            known.put(original, info);
        }
        return result;
    }

    /** Spares asking about an original that was looked into while it arrived. */
    void remember(ObjectKey original, MediaInfo info) {
        known.put(original, info);
    }
}
