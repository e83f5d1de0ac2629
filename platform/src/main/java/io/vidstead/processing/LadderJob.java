package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.processing.pieces.Order;
import io.vidstead.processing.pieces.Piece;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Plans the ladder of a video that plays already, and queues the pieces of what it lacks. */
@ApplicationScoped
class LadderJob implements Job {

    private static final Logger LOG = Logger.getLogger(LadderJob.class);

    private final Steps steps;
    private final LadderPlans plans;
    private final LadderPieces cuts;
    private final Pieces pieces;
    private final LadderPublication publication;
    private final LadderStock stock;

    LadderJob(
            Steps steps,
            LadderPlans plans,
            LadderPieces cuts,
            Pieces pieces,
            LadderPublication publication,
            LadderStock stock) {
        this.steps = steps;
        this.plans = plans;
        this.cuts = cuts;
        this.pieces = pieces;
        this.publication = publication;
        this.stock = stock;
    }

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public Lane lane() {
        return Lane.LADDER;
    }

    @Override
    public void run(String key) throws Exception {
        steps.run(new VideoId(key), this::plan);
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        steps.givenUp(new VideoId(key), cause);
    }

    private void plan(Steps.Work work) throws Exception {
        if (work.video().state() instanceof VideoState.Done) {
            return;
        }
        MediaInfo info = steps.probe(work).orElse(null);
        if (info == null) {
            return;
        }
        LadderPlan plan = plans.require(work, info);
        List<RenditionRecord> present = stock.of(work.id());
        Order order = LadderPieces.order(info, plan, present);
        List<Piece> missing =
                cuts.cut(work.video(), info, plan, order, LadderPublication.sourceIsToBeWritten(plan, present));
        LOG.debugf("the ladder of %s lacks %s: %d pieces", work.id(), order, missing.size());
        if (missing.isEmpty()) {
            publication.publish(work.id(), plan, present);
        } else {
            steps.commit(tx -> {
                pieces.queue(tx, work.id(), work.video().owner(), order, missing);
                return work.id();
            });
        }
    }
}
