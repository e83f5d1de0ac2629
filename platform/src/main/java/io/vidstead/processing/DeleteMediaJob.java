package io.vidstead.processing;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.StoredFiles;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Deletes all that is stored of a deleted video. */
@ApplicationScoped
class DeleteMediaJob implements Job {

    private static final Logger LOG = Logger.getLogger(DeleteMediaJob.class);
    private static final List<String> FOLDERS = List.of(
            "originals",
            "processed",
            "thumbnails",
            CaptionTrack.FOLDER,
            DerivativeRecord.FOLDER,
            StoredChunks.FOLDER,
            Quarantine.FOLDER);

    private final ObjectStore objects;
    private final Transactions transactions;
    private final ProcessingStore store;
    private final Pieces pieces;
    private final QuarantineStore quarantine;
    private final StoredFiles files;

    DeleteMediaJob(
            ObjectStore objects,
            Transactions transactions,
            ProcessingStore store,
            Pieces pieces,
            QuarantineStore quarantine,
            StoredFiles files) {
        this.objects = objects;
        this.transactions = transactions;
        this.store = store;
        this.pieces = pieces;
        this.quarantine = quarantine;
        this.files = files;
    }

    @Override
    public String name() {
        return "delete-media";
    }

    @Override
    public Lane lane() {
        return Lane.SHORT;
    }

    @Override
    public int maxAttempts() {
        return 12;
    }

    @Override
    public void run(String key) {
        VideoId video = new VideoId(key);
        transactions.run(tx -> pieces.remove(tx, video));
        for (String folder : FOLDERS) {
            List<ObjectKey> keys;
            try (Stream<StoredObject> all = objects.list(folder + "/" + video + "/")) {
                keys = all.map(StoredObject::key).toList();
            }
            keys.forEach(objects::delete);
        }
        transactions.run(tx -> {
            store.delete(tx, video);
            quarantine.delete(tx, video);
            files.forgetDeleted(tx, video);
        });
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        LOG.errorf(cause, "files of the deleted video %s stay", key);
    }
}
