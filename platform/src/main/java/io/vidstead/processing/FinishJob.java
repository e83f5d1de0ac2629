package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Jobs;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes sure that a video with its whole ladder has its pictures as well; then it is done, and what is for some screens only may follow. */
@ApplicationScoped
class FinishJob implements Job {

    private final Steps steps;
    private final StillsJob stills;
    private final Catalog catalog;
    private final HdrJob hdr;
    private final DerivativesJob derivatives;
    private final Jobs jobs;
    private final Clock clock;

    FinishJob(
            Steps steps,
            StillsJob stills,
            Catalog catalog,
            HdrJob hdr,
            DerivativesJob derivatives,
            Jobs jobs,
            Clock clock) {
        this.steps = steps;
        this.stills = stills;
        this.catalog = catalog;
        this.hdr = hdr;
        this.derivatives = derivatives;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "finish";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public void run(String key) throws Exception {
        steps.run(new VideoId(key), this::finish);
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        steps.givenUp(new VideoId(key), cause);
    }

    private void finish(Steps.Work work) throws Exception {
        MediaInfo info = steps.probe(work).orElse(null);
        if (info == null) {
            return;
        }
        if (catalog.thumbnails(work.id()).isEmpty()) {
            stills.take(work, info);
        }
        steps.commit(tx -> {
            boolean finishing = catalog.lock(tx, work.id())
                    .filter(video -> video.state() instanceof VideoState.Finishing)
                    .isPresent();
            if (!finishing) {
                return false; // it has a new file meanwhile, whose ladder is to be made first
            }
            if (info.video().hdr()) {
                jobs.schedule(tx, hdr, work.id().value(), clock.instant(), HdrJob.PRIORITY);
            }
            jobs.schedule(tx, derivatives, work.id().value(), clock.instant());
            return catalog.advance(tx, work.id(), new VideoState.Done());
        });
    }
}
