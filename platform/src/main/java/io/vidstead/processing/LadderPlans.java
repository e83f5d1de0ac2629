package io.vidstead.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.Ladder;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.LadderProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Decides each video's ladder once and keeps the decision: after a restart, on another worker and after a change of settings
 * it is the same.
 */
@ApplicationScoped
class LadderPlans {

    private static final Logger LOG = Logger.getLogger(LadderPlans.class);

    private final ProcessingStore store;
    private final Transactions transactions;
    private final Catalog catalog;
    private final Toolbox toolbox;
    private final MeterRegistry meters;
    private final LadderProfile profile;
    private final boolean perTitle;

    LadderPlans(
            ProcessingStore store,
            Transactions transactions,
            Catalog catalog,
            Toolbox toolbox,
            MeterRegistry meters,
            Settings.Processing settings) {
        this.store = store;
        this.transactions = transactions;
        this.catalog = catalog;
        this.toolbox = toolbox;
        this.meters = meters;
        this.profile = LadderProfile.of(settings.profile(), settings.preset());
        this.perTitle = settings.perTitle();
    }

    /**
     * The video's plan, decided and kept with the first call, which may take some seconds; of several at a time the first to
     * commit is kept.
     */
    LadderPlan require(Steps.Work work, MediaInfo info) {
        Optional<LadderPlan> kept = find(work.id());
        if (kept.isPresent()) {
            return kept.get();
        }
        LadderPlan decided = perTitle && !info.video().isDrawn()
                ? toolbox.tools().perTitle().plan(work.original(), info, profile, new Cancellation())
                : Ladder.fixed(info, profile);
        LadderPlan plan = transactions.call(tx -> {
            LadderPlan first = store.keepPlan(tx, work.id(), decided);
            catalog.setSavedBytes(tx, work.id(), first.savedBytes());
            return first;
        });
        report(work.id(), plan);
        return plan;
    }

    private void report(VideoId video, LadderPlan plan) {
        LOG.debugf(
                "video %s: %s, without %s, saves about %d bytes",
                video, plan.rungs(), plan.dropped(), plan.savedBytes());
        meters.counter("vidstead.ladder.saved.bytes").increment((double) plan.savedBytes());
    }

    /** What is known without work of a file that is not yet the video's. */
    LadderPlan ofNewFile(MediaInfo info) {
        return Ladder.fixed(info, profile);
    }

    /** What is known without work, for somebody who waits: the kept plan, else the fixed ladder, which is not kept. */
    LadderPlan atOnce(VideoId video, MediaInfo info) {
        return find(video).orElseGet(() -> Ladder.fixed(info, profile));
    }

    /**
     * The plan that was decided before.
     *
     * @throws IllegalStateException where none was
     */
    LadderPlan kept(VideoId video) {
        return find(video).orElseThrow(() -> new IllegalStateException("no ladder was planned for " + video));
    }

    /** Whether a plan was made by the present settings. */
    boolean isPresent(LadderPlan plan) {
        return plan.profile().equals(profile.name()) && plan.preset().equals(profile.preset());
    }

    private Optional<LadderPlan> find(VideoId video) {
        return transactions.read(handle -> store.findPlan(handle, video));
    }
}
