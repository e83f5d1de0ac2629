package io.vidstead.uploads;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code upload}. */
@ApplicationScoped
class UploadStore {

    private static final String COLUMNS =
            "upload_id, video_id, owner_id, declared_size, received, self_completing, replaces, state, expires_at";

    void insert(Handle tx, Upload upload, NewUpload request, Instant now) {
        tx.createUpdate("""
                        insert into upload (upload_id, video_id, owner_id, declared_size, declared_type, file_name,
                                            self_completing, replaces, state, created_at, expires_at)
                        values (:id, :video, :owner, :size, :type, :name, :selfCompleting, :replaces, 'open', :now,
                                :expires)
                        """)
                .bind("id", upload.id().value())
                .bind("video", upload.videoId().value())
                .bind("owner", upload.owner().value())
                .bind("size", upload.declaredSize())
                .bind("type", request.type())
                .bind("name", request.fileName())
                .bind("selfCompleting", upload.selfCompleting())
                .bind("replaces", upload.replaces())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", upload.expires().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Upload> find(Handle handle, UploadId id) {
        return handle.createQuery("select " + COLUMNS + " from upload where upload_id = :id")
                .bind("id", id.value())
                .map((row, _) -> map(row))
                .findOne();
    }

    /** More than one where the video's file was replaced. */
    List<Upload> listByVideo(Handle handle, VideoId video) {
        return handle.createQuery("select " + COLUMNS + " from upload where video_id = :video")
                .bind("video", video.value())
                .map((row, _) -> map(row))
                .list();
    }

    int countOpen(Handle tx, UserId owner) {
        return tx.createQuery("select count(*) from upload where owner_id = :owner and state = 'open'")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .one();
    }

    /** Notes what is durable and puts the expiry off; nothing happens unless the upload is open. */
    void setReceived(Handle handle, UploadId id, long received, Instant expires) {
        handle.createUpdate("""
                        update upload set received = :received, expires_at = :expires
                        where upload_id = :id and state = 'open'
                        """)
                .bind("id", id.value())
                .bind("received", received)
                .bind("expires", expires.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whether this call was the one that completed it. */
    boolean complete(Handle tx, UploadId id, String sha256, Instant now) {
        return tx.createUpdate("""
                                update upload
                                set state = 'completed', received = declared_size, sha256 = :sha256, finished_at = :now
                                where upload_id = :id and state = 'open'
                                """)
                        .bind("id", id.value())
                        .bind("sha256", sha256)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Whether this call was the one that ended it. */
    boolean abort(Handle tx, UploadId id, Instant now) {
        return tx.createUpdate("""
                                update upload set state = 'aborted', finished_at = :now
                                where upload_id = :id and state = 'open'
                                """)
                        .bind("id", id.value())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Takes the upload off its owner's account; true the first time only. */
    boolean uncharge(Handle tx, UploadId id) {
        return tx.createUpdate("update upload set charged = false where upload_id = :id and charged")
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    List<Upload> listOpen(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from upload where state = 'open' order by upload_id")
                .map((row, _) -> map(row))
                .list();
    }

    List<Upload> listExpired(Handle handle, Instant now, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                         from upload where state = 'open' and expires_at < :now
                        order by expires_at limit :limit
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, _) -> map(row))
                .list();
    }

    int deleteAbortedBefore(Handle handle, Instant time) {
        return handle.createUpdate("delete from upload where state = 'aborted' and finished_at < :time")
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Upload map(ResultSet row) throws SQLException {
        return new Upload(
                new UploadId(row.getLong("upload_id")),
                Columns.videoId(row, "video_id"),
                Columns.userId(row, "owner_id"),
                row.getLong("declared_size"),
                row.getLong("received"),
                row.getBoolean("self_completing"),
                row.getBoolean("replaces"),
                Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "expires_at"));
    }

    /** Bytes that open uploads have, by owner. */
    Map<UserId, Long> receivedByOwner(Handle handle) {
        return handle
                .createQuery("""
                        select owner_id, sum(received) as received from upload where state = 'open' group by owner_id
                        """)
                .map((row, _) -> Map.entry(Columns.userId(row, "owner_id"), row.getLong("received")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
