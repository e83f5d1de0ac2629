package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.Progress;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells the catalog about once a second how far a step is, and stops the step when its video was deleted. */
final class StepProgress implements Progress.Listener {

    private static final Logger LOG = Logger.getLogger(StepProgress.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private static final double WORTH_AN_ESTIMATE = 0.02;

    /** Who hears of it. */
    @FunctionalInterface
    interface Told {
        void progressed(int percent, Optional<Duration> remaining);
    }

    private final Catalog catalog;
    private final VideoId video;
    private final Cancellation cancellation;
    private final Told told;
    private long last = System.nanoTime() - INTERVAL_NANOS;

    StepProgress(Catalog catalog, VideoId video, Cancellation cancellation) {
        this(catalog, video, cancellation, (percent, remaining) -> catalog.setProgress(video, percent, remaining));
    }

    StepProgress(Catalog catalog, VideoId video, Cancellation cancellation, Told told) {
        this.catalog = catalog;
        this.video = video;
        this.cancellation = cancellation;
        this.told = told;
    }

    @Override
    public void progressed(Progress progress) {
        long now = System.nanoTime();
        if (now - last < INTERVAL_NANOS) {
            return;
        }
        last = now;
        try {
            if (catalog.find(video).isEmpty()) {
                cancellation.cancel();
                return;
            }
            told.progressed(
                    (int) (progress.fraction() * 100),
                    Optional.of(progress.remaining()).filter(_ -> progress.fraction() >= WORTH_AN_ESTIMATE));
        } catch (RuntimeException e) {
            LOG.debugf("progress of %s is not told: %s", video, e.getMessage());
        }
    }
}
