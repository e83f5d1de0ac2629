package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.text;

import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The rows of {@code captions}, {@code earlier_captions} and {@code dismissed_captions}. */
@ApplicationScoped
class CaptionStore {

    private static final String COLUMNS =
            "name, language, label, preferred, object_key, file_name, size_bytes, origin, model, updated_at";

    /** The preferred first; none of a video that was deleted. */
    List<CaptionTrack> list(Handle handle, VideoId video) {
        return handle.createQuery("select " + COLUMNS + """
                         from captions c where video_id = :video
                           and exists (select from videos v where v.video_id = c.video_id and v.deleted_at is null)
                        order by preferred desc, name
                        """)
                .bind("video", video.value())
                .map((row, _) -> new CaptionTrack(
                        row.getString("name"),
                        text(row, "language"),
                        row.getString("label"),
                        row.getBoolean("preferred"),
                        new StoredWords(
                                row.getString("object_key"), row.getString("file_name"), row.getLong("size_bytes")),
                        Origin.of(row.getString("origin")),
                        text(row, "model"),
                        Columns.instant(row, "updated_at")))
                .list();
    }

    void upsert(Handle tx, VideoId video, CaptionTrack track) {
        tx.createUpdate("""
                        insert into captions (video_id, name, language, label, preferred, object_key, file_name, size_bytes,
                                              origin, model, updated_at)
                        values (:video, :name, :language, :label, :preferred, :key, :file, :size,
                                :origin, :model, :updated)
                        on conflict (video_id, name) do update
                        set language = excluded.language, label = excluded.label, preferred = excluded.preferred,
                            object_key = excluded.object_key, file_name = excluded.file_name,
                            size_bytes = excluded.size_bytes, origin = excluded.origin, model = excluded.model,
                            updated_at = excluded.updated_at
                        """)
                .bind("video", video.value())
                .bind("name", track.name())
                .bind("language", track.language().orElse(null))
                .bind("label", track.label())
                .bind("preferred", track.preferred())
                .bind("key", track.objectKey())
                .bind("file", track.fileName())
                .bind("size", track.stored().sizeBytes())
                .bind("origin", track.origin().code())
                .bind("model", track.model().orElse(null))
                .bind("updated", track.updated().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Players show one at most by themselves. */
    void preferNoneBut(Handle tx, VideoId video, String name) {
        tx.createUpdate("update captions set preferred = false where video_id = :video and name <> :name and preferred")
                .bind("video", video.value())
                .bind("name", name)
                .execute();
    }

    boolean remove(Handle tx, VideoId video, String name) {
        return tx.createUpdate("delete from captions where video_id = :video and name = :name")
                        .bind("video", video.value())
                        .bind("name", name)
                        .execute()
                == 1;
    }

    /** The file stays readable for who began with it. */
    void retire(Handle tx, VideoId video, StoredWords file) {
        tx.createUpdate("""
                        insert into earlier_captions (object_key, video_id, file_name, size_bytes)
                        values (:key, :video, :file, :size) on conflict do nothing
                        """)
                .bind("key", file.objectKey())
                .bind("video", video.value())
                .bind("file", file.fileName())
                .bind("size", file.sizeBytes())
                .execute();
    }

    List<StoredWords> listEarlier(Handle handle, VideoId video) {
        return handle.createQuery(
                        "select object_key, file_name, size_bytes from earlier_captions where video_id = :video")
                .bind("video", video.value())
                .map((row, _) -> new StoredWords(
                        row.getString("object_key"), row.getString("file_name"), row.getLong("size_bytes")))
                .list();
    }

    void forgetEarlier(Handle tx, VideoId video) {
        tx.createUpdate("delete from earlier_captions where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    void dismiss(Handle tx, VideoId video, Optional<String> original, String name) {
        tx.createUpdate("""
                        insert into dismissed_captions (video_id, original_key, name)
                        select :video, :original, :name where :original is not null on conflict do nothing
                        """)
                .bind("video", video.value())
                .bindByType("original", original.orElse(null), String.class)
                .bind("name", name)
                .execute();
    }

    Set<String> listDismissed(Handle handle, VideoId video, String original) {
        return handle.createQuery("""
                        select name from dismissed_captions where video_id = :video and original_key = :original
                        """)
                .bind("video", video.value())
                .bind("original", original)
                .mapTo(String.class)
                .set();
    }
}
