package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.processing.pieces.FinishedLadder;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The moment from which a video has its whole ladder. */
@ApplicationScoped
class LadderPublication {

    /** Odd sides are encoded one smaller. */
    private static final int ODD_SIDE = 1;

    private final Steps steps;
    private final Catalog catalog;
    private final ProcessingStore store;
    private final Pieces pieces;
    private final FinishJob finish;
    private final TidyJob tidy;
    private final DeleteMediaJob deleteMedia;
    private final Jobs jobs;
    private final Clock clock;

    LadderPublication(
            Steps steps,
            Catalog catalog,
            ProcessingStore store,
            Pieces pieces,
            FinishJob finish,
            TidyJob tidy,
            DeleteMediaJob deleteMedia,
            Jobs jobs,
            Clock clock) {
        this.steps = steps;
        this.catalog = catalog;
        this.store = store;
        this.pieces = pieces;
        this.finish = finish;
        this.tidy = tidy;
        this.deleteMedia = deleteMedia;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Names these renditions, without the replaced source, and orders what follows, in one transaction. */
    void publish(VideoId video, LadderPlan plan, List<RenditionRecord> all) throws InterruptedException {
        steps.commit(tx -> {
            name(tx, video, withoutReplacedSource(plan, all));
            return video;
        });
    }

    /** As {@link #publish(VideoId, LadderPlan, List)}, unless somebody else has published this ladder. */
    void publish(FinishedLadder ladder, LadderPlan plan, List<RenditionRecord> all) throws InterruptedException {
        steps.commit(tx -> {
            if (pieces.close(tx, ladder)) {
                name(tx, ladder.video(), withoutReplacedSource(plan, all));
            }
            return ladder;
        });
    }

    private void name(Handle tx, VideoId video, List<RenditionRecord> all) {
        if (catalog.replaceRenditions(tx, video, all) && catalog.advance(tx, video, new VideoState.Finishing())) {
            store.resetStarts(tx, video);
            store.anewIsDone(tx, video);
            jobs.schedule(tx, finish, video.value(), clock.instant());
            jobs.schedule(tx, tidy, video.value(), clock.instant().plus(TidyJob.KEEP_REPLACED));
        } else {
            jobs.schedule(tx, deleteMedia, video.value(), clock.instant());
        }
    }

    /** A source that is published just in time and shows more than all rungs will stay: it is better written once. */
    static boolean sourceIsToBeWritten(LadderPlan plan, List<RenditionRecord> present) {
        return present.stream()
                .anyMatch(rendition -> rendition.source() && rendition.justInTime() && showsMore(rendition, plan));
    }

    /** The source's own streams are given up once the rungs show as much as the picture does, and sound was written. */
    static List<RenditionRecord> withoutReplacedSource(LadderPlan plan, List<RenditionRecord> all) {
        boolean sound = all.stream()
                .anyMatch(rendition -> rendition.kind() == RenditionRecord.Kind.AUDIO && !rendition.justInTime());
        return all.stream()
                .filter(rendition -> switch (rendition.kind()) {
                    case AUDIO -> !sound || !rendition.justInTime();
                    case VIDEO -> !rendition.source() || showsMore(rendition, plan);
                })
                .toList();
    }

    private static boolean showsMore(RenditionRecord rendition, LadderPlan plan) {
        return Math.min(rendition.width(), rendition.height()) > plan.shownSide() + ODD_SIDE;
    }
}
