package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The rows of {@code thumbnails}. */
@ApplicationScoped
class ThumbnailStore {

    List<ThumbnailRecord> list(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select number, object_key, file_name, width, height, size_bytes, placeholder
                        from thumbnails where video_id = :video order by number
                        """)
                .bind("video", video.value())
                .map((row, _) -> new ThumbnailRecord(
                        row.getInt("number"),
                        row.getString("object_key"),
                        row.getString("file_name"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("size_bytes"),
                        row.getString("placeholder")))
                .list();
    }

    void upsert(Handle tx, VideoId video, List<ThumbnailRecord> thumbnails) {
        var batch = tx.prepareBatch("""
                insert into thumbnails (video_id, number, object_key, file_name, width, height, size_bytes, placeholder)
                values (:video, :number, :key, :file, :width, :height, :size, :placeholder)
                on conflict (video_id, number) do update
                set object_key = excluded.object_key, file_name = excluded.file_name, width = excluded.width,
                    height = excluded.height, size_bytes = excluded.size_bytes, placeholder = excluded.placeholder
                """);
        for (ThumbnailRecord t : thumbnails) {
            batch.bind("video", video.value())
                    .bind("number", t.number())
                    .bind("key", t.objectKey())
                    .bind("file", t.fileName())
                    .bind("width", t.width())
                    .bind("height", t.height())
                    .bind("size", t.sizeBytes())
                    .bind("placeholder", t.placeholder())
                    .add();
        }
        batch.execute();
    }

    /** Makes these all of the stills; what the owner brought stays. */
    void replaceStills(Handle tx, VideoId video, List<ThumbnailRecord> stills) {
        tx.createUpdate("delete from thumbnails where video_id = :video and number <> :custom")
                .bind("video", video.value())
                .bind("custom", ThumbnailRecord.CUSTOM)
                .execute();
        upsert(tx, video, stills);
    }

    void remove(Handle tx, VideoId video, Set<Integer> numbers) {
        var batch = tx.prepareBatch("delete from thumbnails where video_id = :video and number = :number");
        numbers.forEach(number ->
                batch.bind("video", video.value()).bind("number", number).add());
        batch.execute();
    }
}
