package io.vidstead.storage;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Feeds the oldest run: notes which of its videos are done, and begins the next ones, no more at a time than this site
 * encodes at once. So a run over thousands of videos keeps the queue short, can be cancelled, and goes on after a crash
 * where it was.
 */
@ApplicationScoped
class Reencoding implements RecurringJob {

    private static final int LOOKED_AT_ONCE = 100;

    private final ReencodeStore store;
    private final StoredFiles files;
    private final Catalog catalog;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final Clock clock;
    private final int atOnce;

    Reencoding(
            ReencodeStore store,
            StoredFiles files,
            Catalog catalog,
            Upkeep upkeep,
            Transactions transactions,
            Clock clock,
            Settings.Processing settings) {
        this.store = store;
        this.files = files;
        this.catalog = catalog;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
        this.atOnce = Math.max(1, settings.workers());
    }

    @Override
    public String name() {
        return "storage.reencoding";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        transactions.run(tx -> store.lockNext(tx).ifPresent(run -> feed(tx, run)));
    }

    private void feed(Handle tx, ReencodeRun run) {
        int working = 0;
        for (VideoId video : store.listItems(tx, run.id())) {
            Optional<ReencodeStore.Ending> ending = ending(video);
            ending.ifPresent(how -> store.endItem(tx, run.id(), video, how));
            working += ending.isEmpty() ? 1 : 0;
        }
        boolean exhausted = run.cancelled() || !begin(tx, run, atOnce - working);
        if (exhausted && store.listItems(tx, run.id()).isEmpty()) {
            store.end(tx, run.id(), clock.instant());
        }
    }

    private Optional<ReencodeStore.Ending> ending(VideoId id) {
        Optional<Video> video = catalog.find(id);
        if (video.isEmpty()) {
            return Optional.of(ReencodeStore.Ending.SKIPPED);
        }
        return switch (video.get().state()) {
            case VideoState.Done _ -> Optional.of(ReencodeStore.Ending.ENCODED);
            case VideoState.Failed _ -> Optional.of(ReencodeStore.Ending.FAILED);
            case VideoState.Uploading _,
                    VideoState.Queued _,
                    VideoState.Probing _,
                    VideoState.Publishing _,
                    VideoState.Encoding _,
                    VideoState.Finishing _ -> Optional.empty();
        };
    }

    /** Whether there may be more to begin. */
    private boolean begin(Handle tx, ReencodeRun run, int room) {
        List<VideoId> next = next(run);
        int begun = 0;
        for (VideoId video : next) {
            if (begun >= room) {
                return true;
            }
            if (run.scope() == ReencodeRun.Scope.OUTDATED && !upkeep.isOutdated(video)) {
                store.skip(tx, run.id(), video);
            } else if (upkeep.encodeAnew(tx, video) instanceof Upkeep.Outcome.Ordered) {
                store.begin(tx, run.id(), video);
                begun++;
            } else {
                store.skip(tx, run.id(), video);
            }
        }
        return !next.isEmpty();
    }

    private List<VideoId> next(ReencodeRun run) {
        return run.video()
                .map(only -> run.position().isEmpty() ? List.of(only) : List.<VideoId>of())
                .orElseGet(() -> files.listAfter(run.position(), LOOKED_AT_ONCE));
    }
}
