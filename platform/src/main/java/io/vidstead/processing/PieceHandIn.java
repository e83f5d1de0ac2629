package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.pieces.Acceptance;
import io.vidstead.processing.pieces.LeasedPiece;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Hands results of pieces in; with the last one of a ladder its join is due. */
@ApplicationScoped
class PieceHandIn {

    private static final Logger LOG = Logger.getLogger(PieceHandIn.class);

    private final Steps steps;
    private final Pieces pieces;
    private final StoredChunks chunks;
    private final JoinJob join;
    private final DeleteMediaJob deleteMedia;
    private final Catalog catalog;
    private final Jobs jobs;
    private final Clock clock;

    PieceHandIn(
            Steps steps,
            Pieces pieces,
            StoredChunks chunks,
            JoinJob join,
            DeleteMediaJob deleteMedia,
            Catalog catalog,
            Jobs jobs,
            Clock clock) {
        this.steps = steps;
        this.pieces = pieces;
        this.chunks = chunks;
        this.join = join;
        this.deleteMedia = deleteMedia;
        this.catalog = catalog;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The files of a refused result are deleted, or left to be tidied away where a manifest might name them by now. */
    void handIn(LeasedPiece leased, PieceResult result) throws InterruptedException {
        VideoId video = leased.piece().video();
        String json = result.toJson();
        Acceptance acceptance = steps.commit(tx -> {
            Acceptance answer = pieces.accept(tx, leased, json);
            if (answer == Acceptance.ACCEPTED_AS_LAST) {
                jobs.schedule(tx, join, video.value(), clock.instant());
            } else if (answer == Acceptance.REFUSED && catalog.lock(tx, video).isEmpty()) {
                jobs.schedule(tx, deleteMedia, video.value(), clock.instant());
            }
            return answer;
        });
        if (acceptance == Acceptance.REFUSED) {
            LOG.infof("the result of %s came too late", leased);
            chunks.delete(result.chunks());
        }
    }
}
