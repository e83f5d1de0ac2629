package io.vidstead.processing;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code quarantine}. */
@ApplicationScoped
class QuarantineStore {

    /** An original that was put aside. */
    record Entry(String videoId, String signature, Instant foundAt) {}

    void insert(Handle tx, VideoId video, ObjectKey key, String signature, Instant now) {
        tx.createUpdate("""
                        insert into quarantine (video_id, object_key, signature, found_at)
                        values (:video, :key, :signature, :now)
                        on conflict (video_id) do update set signature = excluded.signature
                        """)
                .bind("video", video.value())
                .bind("key", key.value())
                .bind("signature", signature)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The latest first. */
    List<Entry> list(Handle handle, int limit) {
        return handle.createQuery("""
                        select video_id, signature, found_at from quarantine order by found_at desc, video_id limit :limit
                        """)
                .bind("limit", limit)
                .map((row, _) -> new Entry(
                        row.getString("video_id"),
                        row.getString("signature"),
                        row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void delete(Handle tx, VideoId video) {
        tx.createUpdate("delete from quarantine where video_id = :video")
                .bind("video", video.value())
                .execute();
    }
}
