package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The moment from which a video plays. */
@ApplicationScoped
class Publication {

    private final Steps steps;
    private final Catalog catalog;
    private final ProcessingStore store;
    private final StillsJob stills;
    private final WordsJob words;
    private final LadderJob ladder;
    private final DeleteMediaJob deleteMedia;
    private final Jobs jobs;
    private final Clock clock;

    Publication(
            Steps steps,
            Catalog catalog,
            ProcessingStore store,
            StillsJob stills,
            WordsJob words,
            LadderJob ladder,
            DeleteMediaJob deleteMedia,
            Jobs jobs,
            Clock clock) {
        this.steps = steps;
        this.catalog = catalog;
        this.store = store;
        this.stills = stills;
        this.words = words;
        this.ladder = ladder;
        this.deleteMedia = deleteMedia;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Names the first renditions in the catalog and orders what follows, in one transaction. */
    void publish(VideoId video, List<RenditionRecord> renditions) throws InterruptedException {
        steps.commit(tx -> {
            publish(tx, video, renditions);
            return video;
        });
    }

    /** As {@link #publish(VideoId, List)}, in the caller's transaction. */
    void publish(Handle tx, VideoId video, List<RenditionRecord> renditions) {
        if (catalog.addRenditions(tx, video, renditions) && catalog.advance(tx, video, new VideoState.Encoding(true))) {
            store.resetStarts(tx, video);
            jobs.schedule(tx, stills, video.value(), clock.instant());
            jobs.schedule(tx, words, video.value(), clock.instant());
            jobs.schedule(tx, ladder, video.value(), clock.instant());
        } else {
            jobs.schedule(tx, deleteMedia, video.value(), clock.instant());
        }
    }
}
