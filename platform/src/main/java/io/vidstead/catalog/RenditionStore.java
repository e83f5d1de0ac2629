package io.vidstead.catalog;

import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code renditions}. */
@ApplicationScoped
class RenditionStore {

    private static final String COLUMNS = """
            kind, name, object_key, file_name, width, height, fps, codecs, average_bps, peak_bps,
            size_bytes, segment_index, source, just_in_time, language, label, preferred, video_range, key_id
            """;

    /** Those that manifests name: video from the largest to the smallest, the source before an encoding of its size; audio last, the
     * preferred track first. */
    List<RenditionRecord> list(Handle handle, VideoId video) {
        return handle.createQuery("select " + COLUMNS + """
                        from renditions where video_id = :video and replaced_at is null
                        order by kind desc, height desc, source desc, preferred desc, average_bps desc, name
                        """)
                .bind("video", video.value())
                .map((row, _) -> rendition(row))
                .list();
    }

    /** Those that no manifest names any more, but players that began before may still read. */
    List<RenditionRecord> listReplaced(Handle handle, VideoId video) {
        return handle.createQuery("select " + COLUMNS + """
                        from renditions where video_id = :video and replaced_at is not null
                        """)
                .bind("video", video.value())
                .map((row, _) -> rendition(row))
                .list();
    }

    /** Adds renditions in the place of those of the same kind and name. */
    void add(Handle tx, VideoId video, List<RenditionRecord> renditions, Instant now) {
        var replaced = tx.prepareBatch("""
                update renditions set replaced_at = :now
                where video_id = :video and kind = :kind and name = :name and file_name <> :file and replaced_at is null
                """);
        for (RenditionRecord r : renditions) {
            replaced.bind("video", video.value())
                    .bind("kind", r.kind().name().toLowerCase(Locale.ROOT))
                    .bind("name", r.name())
                    .bind("file", r.fileName())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        replaced.execute();
        upsert(tx, video, renditions);
    }

    private static void upsert(Handle tx, VideoId video, List<RenditionRecord> renditions) {
        var batch = tx.prepareBatch("""
                insert into renditions (video_id, kind, name, object_key, file_name, width, height, fps, codecs,
                                        average_bps, peak_bps, size_bytes, segment_index, source, just_in_time,
                                        language, label, preferred, video_range, key_id)
                values (:video, :kind, :name, :key, :file, :width, :height, :fps, :codecs, :average, :peak, :size, :index,
                        :source, :justInTime, :language, :label, :preferred, :range, cast(:keyId as uuid))
                on conflict (video_id, file_name) do update set replaced_at = null
                """);
        for (RenditionRecord r : renditions) {
            batch.bind("video", video.value())
                    .bind("kind", r.kind().name().toLowerCase(Locale.ROOT))
                    .bind("name", r.name())
                    .bind("key", r.objectKey())
                    .bind("file", r.fileName())
                    .bind("width", r.width())
                    .bind("height", r.height())
                    .bind("fps", r.fps())
                    .bind("codecs", r.codecs())
                    .bind("average", r.averageBandwidthBps())
                    .bind("peak", r.peakBandwidthBps())
                    .bind("size", r.sizeBytes())
                    .bind("index", r.segmentIndex())
                    .bind("source", r.source())
                    .bind("justInTime", r.justInTime())
                    .bind("language", r.traits().language().orElse(null))
                    .bind("label", r.traits().label())
                    .bind("preferred", r.traits().preferred())
                    .bind("range", r.traits().range().name())
                    .bind("keyId", r.traits().keyId().map(UUID::toString).orElse(null))
                    .add();
        }
        batch.execute();
    }

    void replaceAll(Handle tx, VideoId video, Instant now) {
        tx.createUpdate("update renditions set replaced_at = :now where video_id = :video and replaced_at is null")
                .bind("video", video.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void removeReplaced(Handle tx, VideoId video) {
        tx.createUpdate("delete from renditions where video_id = :video and replaced_at is not null")
                .bind("video", video.value())
                .execute();
    }

    private static RenditionRecord rendition(ResultSet row) throws SQLException {
        return new RenditionRecord(
                RenditionRecord.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("object_key"),
                row.getString("file_name"),
                row.getInt("width"),
                row.getInt("height"),
                row.getDouble("fps"),
                row.getString("codecs"),
                row.getLong("average_bps"),
                row.getLong("peak_bps"),
                row.getLong("size_bytes"),
                row.getString("segment_index"),
                row.getBoolean("source"),
                row.getBoolean("just_in_time"),
                traits(row));
    }

    private static RenditionTraits traits(ResultSet row) throws SQLException {
        return new RenditionTraits(
                Optional.ofNullable(row.getString("language")),
                row.getString("label"),
                row.getBoolean("preferred"),
                RenditionTraits.VideoRange.valueOf(row.getString("video_range")),
                Optional.ofNullable(row.getObject("key_id", UUID.class)));
    }

    /** Manifests name them no more; they are served on for players that began before. */
    void replace(Handle tx, VideoId video, List<RenditionRecord> renditions, Instant now) {
        var batch = tx.prepareBatch(
                "update renditions set replaced_at = :now where video_id = :video and file_name = :file");
        renditions.forEach(r -> batch.bind("video", video.value())
                .bind("file", r.fileName())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .add());
        batch.execute();
    }

    void remove(Handle tx, VideoId video, List<RenditionRecord> renditions) {
        var batch = tx.prepareBatch("delete from renditions where video_id = :video and file_name = :file");
        renditions.forEach(r ->
                batch.bind("video", video.value()).bind("file", r.fileName()).add());
        batch.execute();
    }
}
