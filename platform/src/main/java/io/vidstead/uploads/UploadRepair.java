package io.vidstead.uploads;

import io.quarkus.runtime.StartupEvent;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** At the start, finishes uploads whose last byte was durable when the server died. */
@ApplicationScoped
class UploadRepair {

    private static final Logger LOG = Logger.getLogger(UploadRepair.class);

    private final Transactions transactions;
    private final UploadStore store;
    private final Completion completion;
    private final Writers writers;
    private final Settings settings;

    UploadRepair(
            Transactions transactions, UploadStore store, Completion completion, Writers writers, Settings settings) {
        this.transactions = transactions;
        this.store = store;
        this.completion = completion;
        this.writers = writers;
        this.settings = settings;
    }

    /** Where uploads come in: nobody else may think that they have rested. */
    void start(@Observes StartupEvent event) {
        if (!settings.roles().contains(ServerRole.API)) {
            return;
        }
        Thread.ofVirtual().name("upload-repair").start(this::repair);
    }

    void repair() {
        transactions.read(store::listOpen).forEach(this::repair);
    }

    private void repair(Upload upload) {
        try (Writer _ = writers.enter(upload.id())) {
            if (completion.stored(upload)
                    || (upload.selfCompleting() && completion.measure(upload).whole())) {
                completion.finish(upload);
                LOG.infof("upload %s was whole when the server stopped: completed", upload.id());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "upload %s could not be completed; its sender's next request tries again", upload.id());
        }
    }
}
