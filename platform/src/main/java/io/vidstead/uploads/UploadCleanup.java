package io.vidstead.uploads;

import io.vidstead.engines.objects.StagedObject;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.jobs.RecurringJob;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes away uploads that nobody went on with, and stages that no upload has any more. */
@ApplicationScoped
class UploadCleanup implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(UploadCleanup.class);
    private static final Duration REMEMBER_ENDED = Duration.ofDays(7);
    private static final int BATCH = 200;

    private final Settings.Uploads settings;
    private final Transactions transactions;
    private final UploadStore store;
    private final UploadKeys keys;
    private final Completion completion;
    private final StagingObjects stages;
    private final Clock clock;

    UploadCleanup(
            Settings.Uploads settings,
            Transactions transactions,
            UploadStore store,
            UploadKeys keys,
            Completion completion,
            StagingObjects stages,
            Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
        this.completion = completion;
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "uploads-cleanup";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<Upload> expired;
        do {
            expired = transactions.read(handle -> store.listExpired(handle, now, BATCH));
            long ended = expired.stream().filter(this::end).count();
            if (ended < expired.size()) {
                break; // somebody is writing to the others: next time
            }
        } while (expired.size() == BATCH);
        transactions.read(handle -> store.deleteAbortedBefore(handle, now.minus(REMEMBER_ENDED)));
        transactions.read(handle -> keys.deleteOld(handle, now));
        dropOrphans(now);
    }

    private boolean end(Upload upload) {
        try {
            boolean ended = completion.expire(upload);
            if (ended) {
                LOG.infof("upload %s of user %s expired", upload.id(), upload.owner());
            }
            return ended;
        } catch (Problem _) {
            return false;
        }
    }

    /** A crash between the end of an upload and the end of its stage leaves a stage behind. */
    private void dropOrphans(Instant now) {
        for (StagedObject stage : stages.stagesIdleSince(now.minus(settings.expiry()))) {
            Completion.uploadOf(stage)
                    .filter(id -> transactions
                            .read(handle -> store.find(handle, id))
                            .filter(upload -> upload.state() == Upload.State.OPEN)
                            .isEmpty())
                    .ifPresent(_ -> stage.discard());
        }
    }
}
