package io.vidstead.storage;

import io.vidstead.catalog.StoredFiles;
import io.vidstead.catalog.VideoState;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes files that were refused, once their owners had time to read why; they count against no quota from then on. */
@ApplicationScoped
class DropRefused implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(DropRefused.class);
    private static final int BATCH = 200;

    private final StoredFiles files;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final Clock clock;

    DropRefused(StoredFiles files, Upkeep upkeep, Transactions transactions, Clock clock) {
        this.files = files;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "storage.drop-refused";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        drop(clock.instant().minus(VideoState.REFUSED_FILE_KEPT));
    }

    /** Those that were refused before. */
    void drop(Instant before) {
        List<VideoId> refused;
        do {
            refused = files.listRefusedBefore(before, BATCH);
            refused.forEach(video -> {
                transactions.run(tx -> {
                    if (files.discardRefused(tx, video)) {
                        upkeep.orderTidy(tx, video);
                    }
                });
                LOG.infof("the refused file of video %s goes", video);
            });
        } while (refused.size() == BATCH);
    }
}
