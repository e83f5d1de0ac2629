package io.vidstead.processing.pieces;

import io.vidstead.media.Cancellation;
import io.vidstead.media.Progress;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Keeps one lease alive while its piece is made, and ends the work when the lease is lost: because another has it, because the
 * ladder is gone, or because the database was not reached for as long as the lease lasts, whoever may have it then.
 */
final class Lease implements Progress.Listener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final int BEATS_PER_LEASE = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Pieces pieces;
    private final LeasedPiece leased;
    private final Duration length;
    private final Cancellation cancellation;
    private final Thread heart;
    private volatile double progress;
    private volatile long goodUntil;

    Lease(Pieces pieces, LeasedPiece leased, long claimedAt, Duration length, Cancellation cancellation) {
        this.pieces = pieces;
        this.leased = leased;
        this.length = length;
        this.cancellation = cancellation;
        this.goodUntil = claimedAt + length.toNanos();
        this.heart = Thread.ofVirtual().name("lease-" + leased.token()).start(this::beat);
    }

    /** Told by the work itself, so it also counts time while a heartbeat hangs in a dead connection. */
    @Override
    public void progressed(Progress now) {
        progress = now.fraction();
        if (System.nanoTime() - goodUntil > 0) {
            lost("the database was not reached in time");
        }
    }

    private void beat() {
        Duration pause = length.dividedBy(BEATS_PER_LEASE);
        Duration wait = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        try {
            while (!cancellation.isCancelled()) {
                Thread.sleep(wait);
                long before = System.nanoTime();
                try {
                    if (!pieces.renew(leased, progress)) {
                        lost("it is another's, or not wanted any more");
                        return;
                    }
                    goodUntil = before + length.toNanos();
                } catch (RuntimeException e) {
                    LOG.debugf("%s could not be renewed: %s", leased, e.getMessage());
                    if (before - goodUntil > 0) {
                        lost("the database was not reached in time");
                        return;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(String why) {
        if (!cancellation.isCancelled()) {
            LOG.infof("%s is lost: %s", leased, why);
            cancellation.cancel();
        }
    }

    @Override
    public void close() {
        heart.interrupt();
    }
}
