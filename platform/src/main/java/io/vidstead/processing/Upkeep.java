package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Original;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Replacements;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Work on videos that are finished: what is missing of them is made again, or all of it anew. They play on meanwhile. Orders
 * take the caller's transaction and may be repeated.
 */
@ApplicationScoped
public class Upkeep {

    /** Behind everything that an uploader waits for. */
    private static final int LOWEST = -10;

    private final Catalog catalog;
    private final StoredFiles files;
    private final Replacements replacements;
    private final ProcessingStore store;
    private final Transactions transactions;
    private final LadderJob ladder;
    private final StillsJob stills;
    private final DerivativesJob derivatives;
    private final WordsJob words;
    private final TidyJob tidy;
    private final Jobs jobs;
    private final Clock clock;
    private final LadderPlans plans;

    Upkeep(
            Catalog catalog,
            StoredFiles files,
            Replacements replacements,
            ProcessingStore store,
            Transactions transactions,
            LadderJob ladder,
            StillsJob stills,
            DerivativesJob derivatives,
            WordsJob words,
            TidyJob tidy,
            Jobs jobs,
            Clock clock,
            LadderPlans plans) {
        this.catalog = catalog;
        this.files = files;
        this.replacements = replacements;
        this.store = store;
        this.transactions = transactions;
        this.ladder = ladder;
        this.stills = stills;
        this.derivatives = derivatives;
        this.words = words;
        this.tidy = tidy;
        this.jobs = jobs;
        this.clock = clock;
        this.plans = plans;
    }

    /** What came of an order. */
    public sealed interface Outcome {
        record Ordered() implements Outcome {}

        /** Something is being made of the video already, or it does not play yet. */
        record Busy() implements Outcome {}

        /** There is no such video any more. */
        record Gone() implements Outcome {}

        /** Without the original it cannot be done. */
        record Impossible(OriginalLoss loss) implements Outcome {}
    }

    /** Renditions that the video's ladder lacks are to be made. */
    public Outcome complete(Handle tx, VideoId video) {
        return order(tx, video, 0, () -> {});
    }

    /** All renditions of the video's ladder are to be made anew by the present settings, when there is nothing else to do. */
    public Outcome encodeAnew(Handle tx, VideoId video) {
        return order(tx, video, LOWEST, () -> store.orderAnew(tx, video));
    }

    /** Whether {@link #complete} makes it when it is missing; what is not, is made by other steps or not at all. */
    public boolean isMadeByLadder(RenditionRecord rendition) {
        return rendition.kind() == RenditionRecord.Kind.AUDIO || LadderStock.isRung(rendition);
    }

    private Outcome order(Handle tx, VideoId id, int priority, Runnable preparation) {
        Optional<Video> found = catalog.lock(tx, id);
        if (found.isEmpty()) {
            return new Outcome.Gone();
        }
        Video video = found.get();
        if (video.loss().isPresent()) {
            return new Outcome.Impossible(video.loss().get());
        }
        if (video.state().unfinished() || !video.state().playable()) {
            return new Outcome.Busy();
        }
        jobs.cancel(tx, ladder, id.value());
        if (!jobs.schedule(tx, ladder, id.value(), clock.instant(), priority)) {
            return new Outcome.Busy(); // its last job is about to end, and an order would vanish with it
        }
        preparation.run();
        catalog.advance(tx, id, new VideoState.Encoding(true));
        files.restored(tx, id);
        return new Outcome.Ordered();
    }

    /** Stills are to be taken, where there are none. */
    public Outcome takeStills(Handle tx, VideoId id) {
        return aside(tx, id, stills);
    }

    private Outcome aside(Handle tx, VideoId id, Job job) {
        Optional<Video> video = catalog.lock(tx, id);
        if (video.isEmpty()) {
            return new Outcome.Gone();
        }
        if (video.get().loss().isPresent()) {
            return new Outcome.Impossible(video.get().loss().get());
        }
        jobs.schedule(tx, job, id.value(), clock.instant());
        return new Outcome.Ordered();
    }

    /** Storyboard and preview are to be made, where there are none. */
    public Outcome makeDerivatives(Handle tx, VideoId id) {
        return aside(tx, id, derivatives);
    }

    /** Captions and chapters are to be read from the original once more. */
    public Outcome takeWords(Handle tx, VideoId id) {
        return aside(tx, id, words);
    }

    /** Whether the video's ladder was planned by other settings than the present ones. */
    public boolean isOutdated(VideoId video) {
        return transactions
                .read(handle -> store.findPlan(handle, video))
                .filter(plans::isPresent)
                .isEmpty();
    }

    /**
     * Drops the original of a finished video, for good. One from which players are still served, or may be, is kept for now; so
     * is that of a reduced video, whose upper renditions are to be made of it again.
     *
     * @return whether it was dropped
     */
    public boolean dropOriginal(VideoId id) {
        boolean needed = replacements.find(id).isPresent()
                || catalog.renditions(id).stream().noneMatch(Upkeep::standsAlone)
                || catalog.renditions(id).stream().anyMatch(RenditionRecord::justInTime)
                || catalog.replacedRenditions(id).stream().anyMatch(RenditionRecord::justInTime);
        return !needed && transactions.call(tx -> drop(tx, id));
    }

    private boolean drop(Handle tx, VideoId id) {
        Optional<Original> original = catalog.lock(tx, id)
                .filter(video -> video.state() instanceof VideoState.Done)
                .filter(video -> video.reduced().isEmpty())
                .flatMap(Video::readableOriginal);
        if (original.isEmpty()) {
            return false;
        }
        files.loseOriginal(tx, id, original.get().objectKey(), OriginalLoss.DROPPED);
        orderTidy(tx, id);
        return true;
    }

    private static boolean standsAlone(RenditionRecord rendition) {
        return rendition.kind() == RenditionRecord.Kind.VIDEO && !rendition.justInTime();
    }

    /** Files that nothing names any more are to go: now, or when the players that began before have had their time. */
    public void orderTidy(Handle tx, VideoId video) {
        jobs.schedule(tx, tidy, video.value(), clock.instant());
    }

    /** As {@link #orderTidy} for files that players may have begun with just now. */
    public void orderLaterTidy(Handle tx, VideoId video) {
        jobs.schedule(tx, tidy, video.value(), clock.instant().plus(TidyJob.KEEP_REPLACED));
    }
}
