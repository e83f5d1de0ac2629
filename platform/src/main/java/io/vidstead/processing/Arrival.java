package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.jit.ArrivingSource;
import io.vidstead.media.jit.ArrivingSource.Fingerprint;
import io.vidstead.media.jit.ArrivingSource.Stage;
import io.vidstead.media.jit.JitSource;
import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One original on its way in. One thread at a time reads it. */
final class Arrival {

    /** A file is probed when so much of its pictures and sound is there, which is more than probing reads at first. */
    private static final long ENOUGH_TO_PROBE = 1 << 20;

    /** Somewhat longer than probing takes: whoever gives up earlier has the job probe once more. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReentrantLock reading = new ReentrantLock();
    private final Path staged;
    private final long size;
    private final StoredRenditions stored;
    private final ObjectKey original;
    private long read;

    /** What is being read; null once there is nothing more to learn, so that its tables take no memory. */
    private volatile @Nullable ArrivingSource source;

    private volatile Stage stage = Stage.UNKNOWN;
    private volatile @Nullable MediaInfo info;
    private volatile @Nullable Found found;

    /** The tables of what was found. */
    private volatile @Nullable JitSource opened;

    /** @param original the key it will have */
    Arrival(ObjectKey original, Path staged, long size, StoredRenditions stored) {
        this.original = original;
        this.staged = staged;
        this.size = size;
        this.stored = stored;
        this.source = new ArrivingSource(staged, size);
    }

    /** What would be published, and what of the file must still be true. */
    private record Found(MediaInfo info, List<RenditionRecord> renditions, Fingerprint header) {}

    /** Reads on, and looks into the file as soon as that is of use. Waits for another reader. */
    void readTo(long durable, Supplier<Prober> prober) {
        reading.lock();
        try {
            ArrivingSource present = source;
            if (present == null || durable <= read) {
                return;
            }
            stage = present.readTo(durable);
            read = durable;
            if (info == null && stage != Stage.NOT_SUITED && durable >= enoughToProbe(present)) {
                info = probe(prober.get());
                if (info == null) {
                    source = null;
                }
            }
            take(present);
        } finally {
            reading.unlock();
        }
    }

    private long enoughToProbe(ArrivingSource present) {
        return present.fingerprint()
                .map(header -> Math.min(size, header.place().end() + ENOUGH_TO_PROBE))
                .orElse(Long.MAX_VALUE);
    }

    private @Nullable MediaInfo probe(Prober prober) {
        return switch (prober.probe(staged, size)) {
            case ProbeResult.Accepted(var accepted) -> accepted;
            case ProbeResult.Refused _ -> null; // the whole file is judged in due form
        };
    }

    private void take(ArrivingSource present) {
        MediaInfo probed = info;
        boolean indexed = stage == Stage.INDEXED || (stage == Stage.FRAGMENTED && read == size);
        if (indexed && probed != null) {
            Optional<JitSource> suited =
                    present.source(probed).filter(tracks -> !tracks.needsAudio() && withinLimits(tracks));
            opened = suited.orElse(null);
            found = suited.map(tracks -> new Found(
                            withLength(probed, tracks),
                            stored.name(original, probed, tracks),
                            present.fingerprint().orElseThrow()))
                    .orElse(null);
            source = null;
        } else if (stage == Stage.NOT_SUITED) {
            source = null;
        }
    }

    /** The beginning of a fragmented file does not tell how long it will be. */
    private static boolean withinLimits(JitSource tracks) {
        double seconds = tracks.video().index().durationSeconds();
        var limits = ProbeLimits.DEFAULT;
        return seconds <= limits.maxDuration().toSeconds()
                && tracks.video().samples()
                        <= Math.min((double) limits.maxFrames(), Math.max(1, seconds) * limits.maxFramesPerSecond());
    }

    private static MediaInfo withLength(MediaInfo info, JitSource tracks) {
        double seconds = Math.max(
                tracks.video().index().durationSeconds(),
                tracks.audio().map(audio -> audio.index().durationSeconds()).orElse(0.0));
        return new MediaInfo(
                info.container(),
                Duration.ofNanos((long) (seconds * 1e9)),
                info.sizeBytes(),
                (long) (info.sizeBytes() * 8 / Math.max(seconds, 0.001)),
                info.video(),
                info.audio());
    }

    /** Whether it holds tables of what was read. */
    boolean holdsTables() {
        return opened != null || (source != null && stage != Stage.UNKNOWN);
    }

    /** Frees the memory of its tables, and knows what can be known without them. */
    void dropTables() {
        opened = null;
        source = null;
    }

    /** Whether nothing is left to do but to read the last bytes. */
    boolean ready() {
        return found != null || (source != null && info != null);
    }

    /** Reads no more. */
    void giveUp() {
        dropTables();
        found = null;
    }

    /**
     * What is known now that all bytes are there; only what holds for the whole file. Empty where it was not probed in time:
     * the sender of the last byte does not wait for that.
     */
    Optional<Prepared> whole() throws InterruptedException {
        if (!reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            ArrivingSource present = source;
            if (present != null && info != null && read < size) {
                stage = present.readTo(size);
                read = size;
                take(present);
            }
            return Optional.ofNullable(found)
                    .filter(result -> result.header().matches(staged))
                    .map(result -> new Prepared(result.info(), result.renditions(), Optional.ofNullable(opened)));
        } finally {
            reading.unlock();
        }
    }
}
