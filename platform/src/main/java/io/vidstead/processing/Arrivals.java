package io.vidstead.processing;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.scan.VirusScanner;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks into originals while they arrive, so that they can be published with their last byte. What it finds is a gift, never
 * a need: after a restart, for files that do not begin with their index, when too many arrive at once, and on any failure, the
 * whole file is looked into as ever. So it is where originals are scanned for viruses, which takes the whole of them.
 */
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    private static final int MAX_REMEMBERED = 1_000;

    /** Each may hold some 50 MB. */
    private static final int MAX_WITH_TABLES = 6;

    private static final int READERS = 2;

    private final Toolbox toolbox;
    private final StoredRenditions stored;
    private final VirusScanner scanner;
    private final boolean enabled;
    private final Semaphore readers = new Semaphore(READERS);

    /** Those that grew last; whoever stops in the middle is forgotten some day. */
    private final SequencedMap<VideoId, Arrival> arrivals = new LinkedHashMap<>();

    Arrivals(Toolbox toolbox, StoredRenditions stored, VirusScanner scanner, Settings settings) {
        this.toolbox = toolbox;
        this.stored = stored;
        this.scanner = scanner;
        this.enabled = settings.roles().contains(ServerRole.WORKER);
    }

    /** The first {@code durable} bytes are there; returns at once. What must be scanned as a whole is not looked into before. */
    void grown(VideoId video, ObjectKey original, Path staged, long durable, long size) {
        if (enabled && !scanner.isOn()) {
            Arrival arrival = remember(video, new Arrival(original, staged, size, stored));
            Thread.ofVirtual().name("arrival-" + video).start(() -> read(video, arrival, durable));
        }
    }

    private synchronized Arrival remember(VideoId video, Arrival otherwise) {
        Arrival known = arrivals.remove(video);
        Arrival arrival = known == null ? otherwise : known;
        arrivals.put(video, arrival);
        if (arrivals.size() > MAX_REMEMBERED) {
            arrivals.pollFirstEntry();
        }
        return arrival;
    }

    private void read(VideoId video, Arrival arrival, long durable) {
        try {
            readers.acquire();
            try {
                arrival.readTo(durable, () -> toolbox.tools().prober());
                if (arrival.holdsTables() && withTables() > MAX_WITH_TABLES) {
                    arrival.dropTables();
                }
            } finally {
                readers.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (MediaException e) {
            LOG.debugf("video %s is not looked into while it arrives: %s", video, e.getMessage());
            arrival.giveUp();
        }
    }

    private synchronized long withTables() {
        return arrivals.values().stream().filter(Arrival::holdsTables).count();
    }

    /** Whether the last bytes alone are missing to publish the video. */
    synchronized boolean ready(VideoId video) {
        return Optional.ofNullable(arrivals.get(video)).filter(Arrival::ready).isPresent();
    }

    /** What is known of an original whose last byte is durable. Reads what little is new, and waits for little more. */
    Optional<Prepared> arrived(VideoId video) {
        Arrival arrival = forget(video);
        if (arrival == null) {
            return Optional.empty();
        }
        try {
            return arrival.whole();
        } catch (MediaException e) {
            LOG.debugf("video %s is looked into as a whole: %s", video, e.getMessage());
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The bytes are not to be trusted, or will not come. */
    synchronized @Nullable Arrival forget(VideoId video) {
        return arrivals.remove(video);
    }
}
