package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.Progress;
import io.vidstead.processing.pieces.Pieces;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells the catalog about once a second how far all pieces of a ladder are, and ends this one's when the video was deleted. */
final class PieceProgress implements Progress.Listener {

    private static final Logger LOG = Logger.getLogger(PieceProgress.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Pieces pieces;
    private final Catalog catalog;
    private final VideoId video;
    private final Progress.Listener lease;
    private final Cancellation cancellation;
    private long told = System.nanoTime() - INTERVAL_NANOS;

    PieceProgress(Pieces pieces, Catalog catalog, VideoId video, Progress.Listener lease, Cancellation cancellation) {
        this.pieces = pieces;
        this.catalog = catalog;
        this.video = video;
        this.lease = lease;
        this.cancellation = cancellation;
    }

    @Override
    public void progressed(Progress progress) {
        lease.progressed(progress);
        long now = System.nanoTime();
        if (now - told < INTERVAL_NANOS) {
            return;
        }
        told = now;
        try {
            if (catalog.find(video).isEmpty()) {
                cancellation.cancel();
                return;
            }
            pieces.progress(video)
                    .ifPresent(whole -> catalog.setProgress(video, (int) (whole.fraction() * 100), whole.remaining()));
        } catch (RuntimeException e) {
            LOG.debugf("progress of %s is not told: %s", video, e.getMessage());
        }
    }
}
