package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.jobs.Jobs;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Orders AV1 renditions of videos that were watched so often that their traffic is worth more than the encoding. */
@ApplicationScoped
class MuchWatchedJob implements RecurringJob {

    private static final String AV1 = "av01";
    private static final int AT_ONCE = 500;

    private final Catalog catalog;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Av1Job av1;
    private final Clock clock;
    private final int afterViews;

    MuchWatchedJob(
            Catalog catalog,
            Transactions transactions,
            Jobs jobs,
            Av1Job av1,
            Clock clock,
            Settings.Processing settings) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.jobs = jobs;
        this.av1 = av1;
        this.clock = clock;
        this.afterViews = settings.av1AfterViews();
    }

    @Override
    public String name() {
        return "processing.much-watched";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        if (afterViews == 0) {
            return;
        }
        List<VideoId> videos = catalog.listWatchedWithout(AV1, afterViews, AT_ONCE);
        transactions.run(
                tx -> videos.forEach(video -> jobs.schedule(tx, av1, video.value(), clock.instant(), Av1Job.PRIORITY)));
    }
}
