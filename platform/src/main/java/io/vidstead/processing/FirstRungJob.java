package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Encodes the lowest useful rendition of a video whose own stream browsers do not play, and publishes it from the first segment
 * on. One that was cut off begins anew, under new names; what it had listed plays on.
 */
@ApplicationScoped
class FirstRungJob implements Job {

    private static final Logger LOG = Logger.getLogger(FirstRungJob.class);

    private final Steps steps;
    private final Toolbox toolbox;
    private final StoredRenditions stored;
    private final Publication publication;
    private final Catalog catalog;
    private final LadderPlans plans;
    private final GrowingRenditions renditions;

    FirstRungJob(
            Steps steps,
            Toolbox toolbox,
            StoredRenditions stored,
            Publication publication,
            Catalog catalog,
            LadderPlans plans,
            GrowingRenditions renditions) {
        this.steps = steps;
        this.toolbox = toolbox;
        this.stored = stored;
        this.publication = publication;
        this.catalog = catalog;
        this.plans = plans;
        this.renditions = renditions;
    }

    @Override
    public String name() {
        return "first-rung";
    }

    @Override
    public Lane lane() {
        return Lane.FIRST_ENCODE;
    }

    @Override
    public void run(String key) throws Exception {
        steps.run(new VideoId(key), this::publish);
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        steps.givenUp(new VideoId(key), cause);
    }

    private void publish(Steps.Work work) throws Exception {
        if (work.video().state().playable() && !catalog.renditions(work.id()).isEmpty()) {
            return; // a crash struck after the publication
        }
        StageClock time = new StageClock();
        MediaInfo info = steps.probe(work).orElse(null);
        if (info == null) {
            return;
        }
        List<RenditionRecord> records = info.video().isDrawn() ? drawn(work, info) : firstRung(work, info);
        time.lap("encode of " + records.getFirst().name());
        publication.publish(work.id(), records);
        time.lap("commit");
        LOG.debugf("video %s plays: %s", work.id(), time);
    }

    private List<RenditionRecord> firstRung(Steps.Work work, MediaInfo info) {
        LadderPlan plan = plans.atOnce(work.id(), info);
        Rung rung = Ladder.first(plan.rungs());
        Cancellation cancellation = new Cancellation();
        var growing = new GrowingPublication(
                work.id(), renditions.newRun(), renditions, new StepProgress(catalog, work.id(), cancellation));
        return toolbox
                .tools()
                .firstRung()
                .encode(work.original(), info, rung, plan.preset(), work.folder(), growing, cancellation)
                .stream()
                .map(rendition -> stored.put(work.id(), rendition, growing.fileName(rendition)))
                .toList();
    }

    /** The picture of a file of sound: all of its ladder. */
    private List<RenditionRecord> drawn(Steps.Work work, MediaInfo info) {
        Cancellation cancellation = new Cancellation();
        StepProgress progress = new StepProgress(catalog, work.id(), cancellation);
        return toolbox
                .tools()
                .soundPackager()
                .make(work.original(), info, work.folder(), progress, cancellation)
                .stream()
                .map(rendition -> stored.put(work.id(), rendition))
                .toList();
    }
}
