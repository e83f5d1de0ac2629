package io.vidstead.uploads;

import io.vidstead.accounts.StorageUsage;
import io.vidstead.engines.objects.DigestMismatchException;
import io.vidstead.engines.objects.ExpectedDigest;
import io.vidstead.engines.objects.OffsetConflictException;
import io.vidstead.engines.objects.StagedObject;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The one upload model under both protocols. Every method may be repeated; whose upload it is not is told that there is
 * none.
 */
@ApplicationScoped
public class Uploads implements StorageUsage {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Settings.Uploads settings;
    private final Transactions transactions;
    private final UploadStore store;
    private final StorageQuota quota;
    private final Declarations declarations;
    private final Writers writers;
    private final Completion completion;
    private final Lookahead lookahead;
    private final Clock clock;

    Uploads(
            Settings.Uploads settings,
            Transactions transactions,
            UploadStore store,
            StorageQuota quota,
            Declarations declarations,
            Writers writers,
            Completion completion,
            Lookahead lookahead,
            Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.store = store;
        this.quota = quota;
        this.declarations = declarations;
        this.writers = writers;
        this.completion = completion;
        this.lookahead = lookahead;
        this.clock = clock;
    }

    /** Bytes that a user's files take, those still on their way included. */
    @Override
    public long usedBytes(UserId owner) {
        return transactions.read(handle -> quota.usedBytes(handle, owner));
    }

    /** Bytes of uploads that are under way, by owner. */
    public Map<UserId, Long> underWay() {
        return transactions.read(store::receivedByOwner);
    }

    /**
     * Takes a file's declaration.
     *
     * @throws Problem limited, too large, or a key used otherwise (422)
     */
    Upload create(UserId owner, NewUpload request, Optional<IdempotencyKey> key) {
        return declarations.take(owner, request, key);
    }

    /**
     * The upload as it stands, its received bytes as the object store has them. One that was whole when a crash struck is
     * finished here.
     *
     * @throws Problem not found, also when it is somebody else's
     */
    Upload require(UploadId id, UserId caller) {
        Upload upload = requireOwn(id, caller);
        if (upload.state() != Upload.State.OPEN) {
            return upload;
        }
        writers.settle(id);
        Upload present = completion.measure(upload);
        if (present.whole() && present.selfCompleting()) {
            try (Writer _ = writers.enter(id)) {
                return completion.finish(present);
            }
        }
        return present;
    }

    /**
     * Appends the body. What came before it broke off is kept, unless a digest says that all of it must be right.
     *
     * @throws Problem conflict: another offset (409, with {@code offset}), another writer (423), no longer open (409 or
     *     410); too long (413); another digest (460); no room (507)
     */
    Upload append(UploadId id, UserId caller, long offset, IncomingBytes bytes) {
        Upload upload = requireOpen(requireOwn(id, caller));
        try (Writer writer = writers.enter(id, bytes.cut())) {
            Upload present = completion.measure(upload);
            requireOffset(present, offset);
            long room = present.declaredSize() - offset;
            if (bytes.length().orElse(0L) > room) {
                throw tooLong(present);
            }
            long size = append(present, writer.watch(bytes.body()), room, bytes.digest());
            Upload grown = present.withReceived(size);
            if (grown.whole() && grown.selfCompleting()) {
                return completion.finish(grown);
            }
            note(grown);
            lookahead.grown(grown);
            return grown;
        }
    }

    /**
     * Makes a whole upload its video's original. Idempotent.
     *
     * @throws Problem conflict when bytes are missing
     */
    Upload complete(UploadId id, UserId caller, Optional<String> sha256) {
        Upload upload = requireOwn(id, caller);
        if (upload.state() == Upload.State.COMPLETED) {
            return upload;
        }
        requireOpen(upload);
        try (Writer _ = writers.enter(id)) {
            Upload present = completion.measure(requireOpen(requireOwn(id, caller)));
            if (!present.whole()) {
                throw Problem.conflict("upload_incomplete", "Not all bytes have arrived yet.")
                        .with("bytes_uploaded", present.received())
                        .with("total_bytes", present.declaredSize());
            }
            return completion.finish(present, sha256);
        }
    }

    /**
     * Ends an open upload: its bytes go, its video too. Idempotent.
     *
     * @throws Problem conflict when it is completed
     */
    void abort(UploadId id, UserId caller) {
        Upload upload = requireOwn(id, caller);
        if (upload.state() == Upload.State.COMPLETED || completion.abort(upload) == Upload.State.COMPLETED) {
            throw Problem.conflict("upload_completed", "The upload is complete; delete its video instead.");
        }
    }

    private long append(Upload upload, InputStream body, long room, Optional<ExpectedDigest> digest) {
        long offset = upload.received();
        StagedObject stage = completion.stage(upload);
        InputStream bounded = lookahead.watch(upload, stage, new BoundedBody(body, room));
        try {
            return digest.isPresent()
                    ? stage.append(offset, bounded, room, digest.get())
                    : stage.append(offset, bounded, room);
        } catch (BoundedBody.TooLongException _) {
            throw tooLong(upload);
        } catch (DigestMismatchException _) {
            throw Problem.caller("checksum_mismatch", "The bytes are not those of the checksum; none was kept.")
                    .status(460);
        } catch (OffsetConflictException e) {
            throw wrongOffset(e.size());
        } catch (StorageFullException e) {
            LOG.warnf("no room for upload %s: %s", upload.id(), e.getMessage());
            note(upload.withReceived(stage.size()));
            throw Problem.storageFull(
                    "storage_full", "The server has no room for these bytes at the moment. Try again later.");
        } catch (IOException e) {
            LOG.debugf("upload %s was cut off: %s", upload.id(), e.getMessage());
            note(upload.withReceived(stage.size()));
            throw Problem.caller("body_cut_off", "The body ended before its end.")
                    .status(400);
        }
    }

    private void note(Upload upload) {
        Instant expires = clock.instant().plus(settings.expiry());
        transactions.run(handle -> store.setReceived(handle, upload.id(), upload.received(), expires));
    }

    /**
     * The upload as the table has it.
     *
     * @throws Problem not found, also when it is somebody else's
     */
    Upload requireOwn(UploadId id, UserId caller) {
        return transactions
                .read(handle -> store.find(handle, id))
                .filter(upload -> upload.owner().equals(caller))
                .orElseThrow(UploadId::notFound);
    }

    private Upload requireOpen(Upload upload) {
        return switch (upload.state()) {
            case OPEN -> upload;
            case COMPLETED ->
                throw Problem.conflict("upload_completed", "The upload is complete already.")
                        .with("video_id", upload.videoId());
            case ABORTED ->
                throw Problem.notFound("upload_ended", "The upload was ended or has expired.")
                        .status(410);
        };
    }

    private static void requireOffset(Upload upload, long offset) {
        if (offset != upload.received()) {
            throw wrongOffset(upload.received());
        }
    }

    private static Problem wrongOffset(long size) {
        return Problem.conflict("wrong_offset", "The upload goes on at byte " + size + ".")
                .with("offset", size);
    }

    private static Problem tooLong(Upload upload) {
        return Problem.caller("too_many_bytes", "The upload was declared to have fewer bytes.")
                .status(413)
                .with("total_bytes", upload.declaredSize());
    }
}
