package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of {@code captions}; {@link DerivativeStore} reads them. */
@ApplicationScoped
class CaptionStore {

    void upsert(Handle tx, VideoId video, List<CaptionTrack> captions) {
        var batch = tx.prepareBatch("""
                insert into captions (video_id, name, language, label, preferred, object_key, file_name, size_bytes)
                values (:video, :name, :language, :label, :preferred, :key, :file, :size)
                on conflict (video_id, name) do update
                set language = excluded.language, label = excluded.label, preferred = excluded.preferred,
                    object_key = excluded.object_key, file_name = excluded.file_name, size_bytes = excluded.size_bytes
                """);
        for (CaptionTrack c : captions) {
            batch.bind("video", video.value())
                    .bind("name", c.name())
                    .bind("language", c.language().orElse(null))
                    .bind("label", c.label())
                    .bind("preferred", c.preferred())
                    .bind("key", c.objectKey())
                    .bind("file", c.fileName())
                    .bind("size", c.sizeBytes())
                    .add();
        }
        if (!captions.isEmpty()) {
            batch.execute();
        }
    }

    void remove(Handle tx, VideoId video, String name) {
        tx.createUpdate("delete from captions where video_id = :video and name = :name")
                .bind("video", video.value())
                .bind("name", name)
                .execute();
    }

    void removeAll(Handle tx, VideoId video) {
        tx.createUpdate("delete from captions where video_id = :video")
                .bind("video", video.value())
                .execute();
    }
}
