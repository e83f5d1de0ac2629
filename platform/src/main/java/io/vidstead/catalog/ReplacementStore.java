package io.vidstead.catalog;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code replacements}. Whoever changes one has locked its video. */
@ApplicationScoped
class ReplacementStore {

    Optional<Replacement> find(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select r.video_id, r.stage, r.file_size, r.original_key, r.sha256, r.progress, r.starts,
                               r.error_code, r.error_detail, r.begun_at
                        from replacements r
                        join videos v on v.video_id = r.video_id and v.deleted_at is null
                        where r.video_id = :video
                        """)
                .bind("video", video.value())
                .map((row, _) -> replacement(row))
                .findOne();
    }

    /** Takes the place of a refused one. */
    void insert(Handle tx, VideoId video, long size, Instant now) {
        tx.createUpdate("""
                        insert into replacements (video_id, stage, file_size, begun_at)
                        values (:video, 'uploading', :size, :now)
                        on conflict (video_id) do update
                        set stage = 'uploading', file_size = excluded.file_size, original_key = null, sha256 = null,
                            progress = 0, starts = 0, error_code = null, error_detail = null,
                            begun_at = excluded.begun_at
                        """)
                .bind("video", video.value())
                .bind("size", size)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void setProcessing(Handle tx, VideoId video, Original original) {
        tx.createUpdate("""
                        update replacements
                        set stage = 'processing', original_key = :key, sha256 = :sha256, file_size = :size, progress = 0
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("key", original.objectKey())
                .bind("sha256", original.sha256())
                .bind("size", original.sizeBytes())
                .execute();
    }

    void setRefused(Handle tx, VideoId video, Replacement.State.Refused refused) {
        tx.createUpdate("""
                        update replacements
                        set stage = 'refused', error_code = :code, error_detail = :detail, original_key = null
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("code", refused.code())
                .bind("detail", refused.detail())
                .execute();
    }

    void setProgress(Handle handle, VideoId video, int percent) {
        handle.createUpdate("update replacements set progress = :percent where video_id = :video")
                .bind("video", video.value())
                .bind("percent", percent)
                .execute();
    }

    int countStart(Handle handle, VideoId video) {
        return handle.createQuery(
                        "update replacements set starts = starts + 1 where video_id = :video returning starts")
                .bind("video", video.value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(1);
    }

    void countEnd(Handle tx, VideoId video) {
        tx.createUpdate("update replacements set starts = starts - 1 where video_id = :video and starts > 0")
                .bind("video", video.value())
                .execute();
    }

    void remove(Handle tx, VideoId video) {
        tx.createUpdate("delete from replacements where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    private static Replacement replacement(ResultSet row) throws SQLException {
        return new Replacement(
                Columns.videoId(row, "video_id"),
                state(row),
                row.getLong("file_size"),
                row.getInt("progress"),
                row.getInt("starts"),
                Columns.instant(row, "begun_at"));
    }

    private static Replacement.State state(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return switch (stage) {
            case "uploading" -> new Replacement.State.Uploading();
            case "processing" ->
                new Replacement.State.Processing(
                        new Original(row.getString("original_key"), row.getLong("file_size"), row.getString("sha256")));
            case "refused" -> new Replacement.State.Refused(row.getString("error_code"), row.getString("error_detail"));
            default -> throw new IllegalStateException("Unknown stage " + stage);
        };
    }
}
