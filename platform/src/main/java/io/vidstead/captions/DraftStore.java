package io.vidstead.captions;

import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code caption_drafts}. */
@ApplicationScoped
class DraftStore {

    Optional<Draft> find(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select language, state, reason, updated_at from caption_drafts where video_id = :video
                        """)
                .bind("video", video.value())
                .map((row, _) -> new Draft(
                        text(row, "language"),
                        row.getString("state").equals("failed"),
                        row.getString("reason"),
                        Columns.instant(row, "updated_at")))
                .findOne();
    }

    void await(Handle tx, VideoId video, Optional<String> language, Instant now) {
        tx.createUpdate("""
                        insert into caption_drafts (video_id, language, state, updated_at)
                        values (:video, :language, 'waiting', :now)
                        on conflict (video_id) do update
                        set language = excluded.language, state = 'waiting', reason = '', updated_at = excluded.updated_at
                        """)
                .bind("video", video.value())
                .bind("language", language.orElse(null))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void fail(Handle tx, VideoId video, String reason, Instant now) {
        tx.createUpdate("""
                        update caption_drafts set state = 'failed', reason = :reason, updated_at = :now
                        where video_id = :video
                        """)
                .bind("video", video.value())
                .bind("reason", reason)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void remove(Handle tx, VideoId video) {
        tx.createUpdate("delete from caption_drafts where video_id = :video")
                .bind("video", video.value())
                .execute();
    }
}
