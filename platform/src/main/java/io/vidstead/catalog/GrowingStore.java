package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The rows of {@code growing_renditions}. */
@ApplicationScoped
class GrowingStore {

    /** Those of one encode after the other, pictures first. */
    List<GrowingRendition> list(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select kind, name, file_name, run, segment_index from growing_renditions
                        where video_id = :video order by run, kind desc, name
                        """)
                .bind("video", video.value())
                .map((row, _) -> new GrowingRendition(
                        RenditionRecord.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("file_name"),
                        row.getString("run"),
                        row.getString("segment_index")))
                .list();
    }

    void upsert(Handle tx, VideoId video, List<GrowingRendition> growing) {
        var batch = tx.prepareBatch("""
                insert into growing_renditions (video_id, kind, name, file_name, run, segment_index)
                values (:video, :kind, :name, :file, :run, :index)
                on conflict (video_id, file_name) do update set segment_index = excluded.segment_index
                """);
        for (GrowingRendition g : growing) {
            batch.bind("video", video.value())
                    .bind("kind", g.kind().name().toLowerCase(Locale.ROOT))
                    .bind("name", g.name())
                    .bind("file", g.fileName())
                    .bind("run", g.run())
                    .bind("index", g.segmentIndex())
                    .add();
        }
        batch.execute();
    }

    void remove(Handle tx, VideoId video) {
        tx.createUpdate("delete from growing_renditions where video_id = :video")
                .bind("video", video.value())
                .execute();
    }
}
