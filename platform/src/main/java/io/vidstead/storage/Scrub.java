package io.vidstead.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.jobs.Jobs;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.storage.NamedFiles.Named;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads every file that the catalog names, in order of the videos' ids, and has what is damaged mended. A pass begins when
 * it is due; a run of it does a slice, and the next goes on after the last video that was read whole.
 */
@ApplicationScoped
class Scrub implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(Scrub.class);

    /** Short jobs wait for a run at most as long as this, and one video more. */
    private static final Duration SLICE = Duration.ofSeconds(20);

    private static final int BATCH = 20;

    private final StoredFiles files;
    private final NamedFiles named;
    private final FileCheck check;
    private final Repairs repairs;
    private final ScrubStore store;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;
    private final Duration every;
    private final Counter checkedFiles;
    private final Counter checkedBytes;
    private final Counter damagedFiles;

    Scrub(
            StoredFiles files,
            NamedFiles named,
            FileCheck check,
            Repairs repairs,
            ScrubStore store,
            Transactions transactions,
            Jobs jobs,
            Ids ids,
            Clock clock,
            Settings.Storage settings,
            MeterRegistry metrics) {
        this.files = files;
        this.named = named;
        this.check = check;
        this.repairs = repairs;
        this.store = store;
        this.transactions = transactions;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.every = settings.scrubEvery();
        this.checkedFiles = metrics.counter("vidstead.scrub.files");
        this.checkedBytes = metrics.counter("vidstead.scrub.bytes");
        this.damagedFiles = metrics.counter("vidstead.scrub.damaged");
    }

    @Override
    public String name() {
        return "storage.scrub";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() throws Exception {
        repairs.follow();
        Optional<ScrubPass> running = transactions.read(store::findRunning);
        if (running.isEmpty() && isDue()) {
            begin();
            running = transactions.read(store::findRunning);
        }
        if (running.isPresent()) {
            goOn(running.get(), clock.instant().plus(SLICE));
        }
    }

    private boolean isDue() {
        return transactions
                .read(store::findLast)
                .filter(last -> last.begun().plus(every).isAfter(clock.instant()))
                .isEmpty();
    }

    /** Begins a pass unless one is running; its work is done by the next runs, the first of them at once. */
    void begin() {
        transactions.run(tx -> {
            if (store.findRunning(tx).isEmpty()) {
                store.insert(tx, ids.newNumber(), clock.instant());
                jobs.hasten(tx, this, clock.instant());
            }
        });
    }

    /** Reads on until the time is over, or the pass. */
    void goOn(ScrubPass begun, Instant until) throws Exception {
        ScrubPass pass = begun;
        List<VideoId> videos;
        do {
            videos = files.listAfter(pass.position(), BATCH);
            for (VideoId video : videos) {
                pass = read(pass, video);
                if (clock.instant().isAfter(until)) {
                    return;
                }
            }
        } while (!videos.isEmpty());
        ScrubPass done = pass;
        transactions.run(tx -> store.end(tx, done, clock.instant()));
        LOG.infof(
                "everything stored was read: %d files, %d bytes, %d damaged",
                done.files(), done.bytes(), done.damaged());
    }

    /** Reads the files of a video whole. */
    ScrubPass read(ScrubPass pass, VideoId video) throws Exception {
        long bytes = 0;
        long damaged = 0;
        List<Named> all = named.of(video);
        for (Named file : all) {
            switch (check.check(file.key())) {
                case FileCheck.Result.Intact(var size) -> bytes += size;
                case FileCheck.Result.Damaged(var reason) -> damaged += repairs.report(video, file, reason) ? 1 : 0;
                case FileCheck.Result.Unreadable(var reason) -> {
                    LOG.errorf("%s of video %s cannot be read; look after the disk: %s", file.key(), video, reason);
                    damaged++;
                }
            }
        }
        checkedFiles.increment(all.size());
        checkedBytes.increment((double) bytes);
        damagedFiles.increment((double) damaged);
        ScrubPass now = pass.after(video.value(), all.size(), bytes, damaged);
        transactions.run(tx -> store.save(tx, now));
        return now;
    }
}
