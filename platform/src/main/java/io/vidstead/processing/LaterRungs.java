package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Adds renditions in other codings to a video whose ladder is full. */
@ApplicationScoped
class LaterRungs {

    private static final Logger LOG = Logger.getLogger(LaterRungs.class);

    private final Steps steps;
    private final Toolbox toolbox;
    private final LadderPlans plans;
    private final StoredRenditions stored;
    private final Catalog catalog;

    LaterRungs(Steps steps, Toolbox toolbox, LadderPlans plans, StoredRenditions stored, Catalog catalog) {
        this.steps = steps;
        this.toolbox = toolbox;
        this.plans = plans;
        this.stored = stored;
        this.catalog = catalog;
    }

    /** Makes what is missing of the rungs that are chosen from the video's plan. Nothing happens before its ladder is full. */
    void add(VideoId video, Function<LadderPlan, List<Rung>> chosen) throws Exception {
        steps.run(video, work -> {
            if (!(work.video().state() instanceof VideoState.Done)) {
                return;
            }
            MediaInfo info = steps.probe(work).orElse(null);
            if (info == null || info.video().isDrawn()) {
                return;
            }
            LadderPlan plan = plans.require(work, info);
            Set<String> present = catalog.renditions(video).stream()
                    .map(RenditionRecord::name)
                    .collect(Collectors.toSet());
            List<Rung> missing = chosen.apply(plan).stream()
                    .filter(rung -> !present.contains(rung.name()))
                    .toList();
            if (!missing.isEmpty()) {
                add(work, info, missing, plan.preset());
            }
        });
    }

    private void add(Steps.Work work, MediaInfo info, List<Rung> rungs, String preset) throws InterruptedException {
        StageClock time = new StageClock();
        Cancellation cancellation = new Cancellation();
        List<RenditionRecord> made = toolbox
                .tools()
                .encoder()
                .encode(
                        work.original(),
                        info,
                        rungs,
                        preset,
                        false,
                        work.folder(),
                        _ -> stopIfDeleted(work.id(), cancellation),
                        cancellation)
                .stream()
                .map(rendition -> stored.put(work.id(), rendition))
                .toList();
        steps.commit(tx -> catalog.addRenditions(tx, work.id(), made));
        time.lap("encode of " + made.size());
        LOG.debugf("video %s has %s more: %s", work.id(), rungs.getFirst().codec(), time);
    }

    private void stopIfDeleted(VideoId video, Cancellation cancellation) {
        try {
            if (catalog.find(video).isEmpty()) {
                cancellation.cancel();
            }
        } catch (RuntimeException e) {
            LOG.debugf("whether %s is still there cannot be told: %s", video, e.getMessage());
        }
    }
}
