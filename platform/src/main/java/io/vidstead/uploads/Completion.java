package io.vidstead.uploads;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Original;
import io.vidstead.catalog.Replacements;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StagedObject;
import io.vidstead.engines.objects.StagingObjects;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Prepared;
import io.vidstead.processing.Processing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * How an upload ends: as an original, or not at all.
 *
 * <p>Finishing is two steps: the stage becomes an object in the store, then one transaction completes the upload, tells
 * the catalog and hands the video to processing. A crash between them leaves the object without the rows; whoever looks at
 * the upload next, or the next start, does the second step.
 */
@ApplicationScoped
class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);
    private static final String STAGE = "upload-";
    private static final String ORIGINALS = "originals";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Transactions transactions;
    private final UploadStore store;
    private final StorageQuota quota;
    private final ObjectStore objects;
    private final StagingObjects stages;
    private final Catalog catalog;
    private final Replacements replacements;
    private final Processing processing;
    private final Lookahead lookahead;
    private final Writers writers;
    private final Clock clock;

    Completion(
            Transactions transactions,
            UploadStore store,
            StorageQuota quota,
            ObjectStore objects,
            StagingObjects stages,
            Catalog catalog,
            Replacements replacements,
            Processing processing,
            Lookahead lookahead,
            Writers writers,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.quota = quota;
        this.objects = objects;
        this.stages = stages;
        this.catalog = catalog;
        this.replacements = replacements;
        this.processing = processing;
        this.lookahead = lookahead;
        this.writers = writers;
        this.clock = clock;
    }

    StagedObject stage(Upload upload) {
        return stages.stage(stageId(upload));
    }

    static String stageId(Upload upload) {
        return STAGE + upload.id();
    }

    /** Whose stage it is; absent when it is no upload's. */
    static Optional<UploadId> uploadOf(StagedObject stage) {
        return stage.id().startsWith(STAGE)
                ? Optional.of(UploadId.fromString(stage.id().substring(STAGE.length())))
                : Optional.empty();
    }

    /** Whose file an original is; absent when it is no upload's. */
    static Optional<UploadId> uploadOf(String originalKey) {
        String[] parts = originalKey.split("/", -1);
        return parts.length == 3 && parts[0].equals(ORIGINALS)
                ? Optional.of(UploadId.fromString(parts[2]))
                : Optional.empty();
    }

    /** Whether the store has the whole as an object already. */
    boolean stored(Upload upload) {
        return objects.stat(key(upload)).isPresent();
    }

    /** The upload with what the store has of it. */
    Upload measure(Upload upload) {
        long staged = stage(upload).size();
        if (staged == 0 && stored(upload)) {
            return upload.withReceived(upload.declaredSize());
        }
        return upload.withReceived(staged);
    }

    Upload finish(Upload upload, Optional<String> sha256) {
        Optional<String> expected = sha256.map(text -> text.toLowerCase(Locale.ROOT));
        if (expected.filter(text -> !SHA256.matcher(text).matches()).isPresent()) {
            throw Problem.caller("bad_sha256", "sha256 must be 64 hexadecimal digits.");
        }
        if (expected.isPresent()) {
            requireDigest(upload, expected.get());
        }
        return finish(upload);
    }

    /** The caller is the upload's writer; all its bytes are durable. */
    Upload finish(Upload upload) {
        long begun = System.nanoTime();
        Optional<Prepared> prepared = lookahead.finish(upload, stage(upload));
        StoredObject original = commit(upload);
        long stored = System.nanoTime();
        Optional<Boolean> wanted = transactions.call(tx -> {
            boolean first = store.complete(tx, upload.id(), original.sha256(), clock.instant());
            return first ? Optional.of(handOver(tx, upload, original, prepared)) : Optional.empty();
        });
        if (wanted.filter(taken -> !taken).isPresent()) {
            objects.delete(original.key());
        } else if (wanted.isPresent()) {
            LOG.debugf(
                    "upload %s is complete%s: stored in %d ms, committed in %d ms",
                    upload.id(),
                    prepared.isPresent() ? " and plays" : "",
                    (stored - begun) / 1_000_000,
                    (System.nanoTime() - stored) / 1_000_000);
        }
        return transactions.read(handle -> store.find(handle, upload.id())).orElseThrow(UploadId::notFound);
    }

    /** Whether the file is wanted: the video may have been deleted meanwhile. */
    private boolean handOver(Handle tx, Upload upload, StoredObject file, Optional<Prepared> prepared) {
        VideoId video = upload.videoId();
        boolean wanted;
        if (upload.replaces()) {
            wanted = switch (replacements.arrived(
                    tx, video, new Original(file.key().value(), file.size(), file.sha256()))) {
                case REPLACES -> {
                    processing.replace(tx, video);
                    yield true;
                }
                case BEGINS_ANEW -> {
                    processing.beginAnew(tx, video, file.key());
                    yield true;
                }
                case UNWANTED -> false;
            };
        } else {
            wanted = catalog.uploadCompleted(tx, video, file.key().value(), file.size(), file.sha256());
            if (wanted) {
                processing.enqueue(tx, video, file.key(), prepared);
            }
        }
        if (!wanted) {
            refund(tx, upload);
        }
        return wanted;
    }

    /**
     * Ends the upload if it is open, and whoever writes to it: bytes, video and charge go. Idempotent.
     *
     * @return how it has ended: completed, where its last byte was faster
     */
    Upload.State abort(Upload upload) {
        writers.expel(upload.id());
        try (Writer _ = writers.enter(upload.id())) {
            return end(upload);
        }
    }

    /**
     * Ends the upload if it has rested too long.
     *
     * @throws Problem when somebody writes to it
     */
    boolean expire(Upload upload) {
        try (Writer _ = writers.enter(upload.id())) {
            boolean due = transactions
                    .read(handle -> store.find(handle, upload.id()))
                    .filter(now -> now.expires().isBefore(clock.instant()))
                    .isPresent();
            return due && end(upload) == Upload.State.ABORTED;
        }
    }

    /** The caller is the upload's writer. */
    private Upload.State end(Upload upload) {
        Upload.State state = transactions.call(tx -> {
            if (store.abort(tx, upload.id(), clock.instant())) {
                if (upload.replaces()) {
                    replacements.withdraw(tx, upload.videoId());
                } else {
                    catalog.discardDraft(tx, upload.videoId());
                }
                refund(tx, upload);
                return Upload.State.ABORTED;
            }
            return store.find(tx, upload.id()).map(Upload::state).orElse(Upload.State.ABORTED);
        });
        if (state == Upload.State.ABORTED) {
            lookahead.forget(upload);
            stage(upload).discard();
            objects.delete(key(upload));
        }
        return state;
    }

    /** Gives back what the upload took from its owner's quota. Idempotent. */
    void refund(Handle tx, Upload upload) {
        if (store.uncharge(tx, upload.id())) {
            quota.refund(tx, upload.owner(), upload.declaredSize());
        }
    }

    private void requireDigest(Upload upload, String expected) {
        StagedObject stage = stage(upload);
        String found = stage.size() == 0
                ? objects.stat(key(upload)).map(StoredObject::sha256).orElse(expected)
                : stage.sha256();
        if (!found.equals(expected)) {
            lookahead.forget(upload);
            stage.discard();
            objects.delete(key(upload));
            throw Problem.caller(
                            "checksum_mismatch",
                            "The file has another SHA-256 than expected. It was dropped: send it again from byte 0.")
                    .status(422);
        }
    }

    private StoredObject commit(Upload upload) {
        try {
            return stage(upload).commit(key(upload));
        } catch (StorageFullException e) {
            LOG.warnf("no room to finish upload %s: %s", upload.id(), e.getMessage());
            throw Problem.storageFull(
                    "storage_full", "The server has no room for this file at the moment. Try again later.");
        }
    }

    static ObjectKey key(Upload upload) {
        return ObjectKey.of(ORIGINALS, upload.videoId().value(), upload.id().toString());
    }
}
