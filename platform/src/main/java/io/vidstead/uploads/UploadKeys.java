package io.vidstead.uploads;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code upload_key}: creations by their {@link IdempotencyKey}, for a day. */
@ApplicationScoped
class UploadKeys {

    static final Duration KEPT = Duration.ofHours(24);

    /**
     * The upload as it was answered to the first request with this key.
     *
     * @throws Problem caller (422) when that request declared something else
     */
    Optional<Upload> find(Handle handle, UserId owner, IdempotencyKey key, NewUpload request, Instant now) {
        return handle.createQuery("""
                        select fingerprint, upload_id, video_id, expires_at from upload_key
                        where owner_id = :owner and idempotency_key = :key and created_at > :oldest
                        """)
                .bind("owner", owner.value())
                .bind("key", key.value())
                .bind("oldest", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .map((row, _) -> {
                    if (!row.getString("fingerprint").equals(request.fingerprint())) {
                        throw Problem.caller("idempotency_key_reused", "This key came with another request already.")
                                .status(422);
                    }
                    return new Upload(
                            new UploadId(row.getLong("upload_id")),
                            Columns.videoId(row, "video_id"),
                            owner,
                            request.size(),
                            0,
                            request.selfCompleting(),
                            request.purpose() instanceof NewUpload.Purpose.Replacing,
                            Upload.State.OPEN,
                            Columns.instant(row, "expires_at"));
                })
                .findOne();
    }

    /** The caller holds the owner's lock (see {@link StorageQuota#lock}) and has found nothing. */
    void insert(Handle tx, IdempotencyKey key, NewUpload request, Upload upload, Instant now) {
        tx.createUpdate("""
                        insert into upload_key
                            (owner_id, idempotency_key, fingerprint, upload_id, video_id, expires_at, created_at)
                        values (:owner, :key, :fingerprint, :upload, :video, :expires, :now)
                        on conflict (owner_id, idempotency_key) do update
                        set fingerprint = excluded.fingerprint, upload_id = excluded.upload_id,
                            video_id = excluded.video_id, expires_at = excluded.expires_at,
                            created_at = excluded.created_at
                        """)
                .bind("owner", upload.owner().value())
                .bind("key", key.value())
                .bind("fingerprint", request.fingerprint())
                .bind("upload", upload.id().value())
                .bind("video", upload.videoId().value())
                .bind("expires", upload.expires().atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    int deleteOld(Handle handle, Instant now) {
        return handle.createUpdate("delete from upload_key where created_at <= :oldest")
                .bind("oldest", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute();
    }
}
