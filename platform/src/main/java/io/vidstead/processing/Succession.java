package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.NewMedia;
import io.vidstead.catalog.Original;
import io.vidstead.catalog.Replacements;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The moment at which a video's new file takes the old one's place. */
@ApplicationScoped
class Succession {

    private final Steps steps;
    private final Catalog catalog;
    private final Replacements replacements;
    private final ProcessingStore store;
    private final WordsJob words;
    private final LadderJob ladder;
    private final TidyJob tidy;
    private final Pieces pieces;
    private final Jobs jobs;
    private final Clock clock;

    Succession(
            Steps steps,
            Catalog catalog,
            Replacements replacements,
            ProcessingStore store,
            WordsJob words,
            LadderJob ladder,
            TidyJob tidy,
            Pieces pieces,
            Jobs jobs,
            Clock clock) {
        this.steps = steps;
        this.catalog = catalog;
        this.replacements = replacements;
        this.store = store;
        this.words = words;
        this.ladder = ladder;
        this.tidy = tidy;
        this.pieces = pieces;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What the old file's steps still make will be refused, see {@link Steps#commit}. */
    void take(VideoId video, Original file, NewMedia media) throws InterruptedException {
        steps.commit(tx -> {
            boolean resting = catalog.lock(tx, video)
                    .filter(present -> !present.state().unfinished())
                    .isPresent();
            if (replacements.take(tx, video, file, media)) {
                store.setOriginal(tx, video, new ObjectKey(file.objectKey()), clock.instant());
                pieces.remove(tx, video);
                jobs.schedule(tx, words, video.value(), clock.instant());
                fillLadder(tx, video, resting);
                jobs.schedule(tx, tidy, video.value(), clock.instant().plus(TidyJob.KEEP_REPLACED));
            }
            return video;
        });
    }

    /** A ladder job that has done its last commit is about to vanish, and this order with it: then the commit waits. */
    private void fillLadder(Handle tx, VideoId video, boolean resting) {
        jobs.cancel(tx, ladder, video.value());
        if (!jobs.schedule(tx, ladder, video.value(), clock.instant()) && resting) {
            throw new IllegalStateException("the last job of the old file is about to end");
        }
    }
}
