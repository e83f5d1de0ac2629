package io.vidstead.catalog;

import static io.vidstead.kernel.Columns.text;

import io.vidstead.catalog.CaptionTrack.Origin;
import io.vidstead.catalog.CaptionTrack.StoredWords;
import io.vidstead.catalog.DerivativeRecord.Kind;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.derive.Chapter;
import io.vidstead.media.derive.Loudness;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The rows of {@code derivatives}, {@code loudness} and {@code chapters}. */
@ApplicationScoped
class DerivativeStore {

    /** Stands between the fields of what is read as one text; none of them may hold it. */
    private static final String SEPARATOR = "\u001f";

    /** What {@link #derived} reads, of a video {@code v} and its {@link #LOUDNESS}. */
    static final String COLUMNS = """
            array(select concat_ws(U&'\\001F', d.kind, d.number, d.object_key, d.file_name, d.size_bytes)
                  from derivatives d
                  where d.video_id = v.video_id and d.original_key = v.original_key
                  order by d.kind, d.number) as files,
            array(select concat_ws(U&'\\001F', h.start_ms, h.title) from chapters h
                  where h.video_id = v.video_id and h.original_key = v.original_key
                  order by h.number) as chapters,
            array(select concat_ws(U&'\\001F', c.name, coalesce(c.language, ''), c.label, c.preferred,
                                   c.object_key, c.file_name, c.size_bytes, c.origin, coalesce(c.model, ''),
                                   extract(epoch from c.updated_at))
                  from captions c where c.video_id = v.video_id
                  order by c.preferred desc, c.name) as captions,
            l.integrated_lufs, l.true_peak_db
            """;

    /** What the columns need beside {@code v}. */
    static final String LOUDNESS =
            " left join loudness l on l.video_id = v.video_id and l.original_key = v.original_key ";

    /** Those of the present original, with the captions; one statement. */
    Derived find(Handle handle, VideoId video) {
        return handle.createQuery("select " + COLUMNS + " from videos v " + LOUDNESS + " where v.video_id = :video")
                .bind("video", video.value())
                .map((row, _) -> derived(row))
                .findOne()
                .orElse(Derived.NOTHING);
    }

    static Derived derived(ResultSet row) throws SQLException {
        return new Derived(
                fields(row, "files").map(DerivativeStore::file).toList(),
                text(row, "integrated_lufs").isPresent()
                        ? Optional.of(new Loudness(row.getDouble("integrated_lufs"), row.getDouble("true_peak_db")))
                        : Optional.empty(),
                fields(row, "chapters")
                        .map(field -> new Chapter(Duration.ofMillis(Long.parseLong(field[0])), field[1]))
                        .toList(),
                fields(row, "captions").map(DerivativeStore::caption).toList());
    }

    private static Stream<String[]> fields(ResultSet row, String column) throws SQLException {
        return VideoStore.strings(row.getArray(column)).stream().map(each -> each.split(SEPARATOR, -1));
    }

    private static DerivativeRecord file(String[] field) {
        return new DerivativeRecord(
                Kind.valueOf(field[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(field[1]),
                field[2],
                field[3],
                Long.parseLong(field[4]));
    }

    private static CaptionTrack caption(String[] field) {
        return new CaptionTrack(
                field[0],
                Optional.of(field[1]).filter(language -> !language.isEmpty()),
                field[2],
                field[3].equals("t"),
                new StoredWords(field[4], field[5], Long.parseLong(field[6])),
                Origin.of(field[7]),
                Optional.of(field[8]).filter(model -> !model.isEmpty()),
                instant(new BigDecimal(field[9])));
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochSecond(0, seconds.movePointRight(9).longValue());
    }

    void removeKind(Handle tx, VideoId video, Kind kind) {
        tx.createUpdate("delete from derivatives where video_id = :video and kind = :kind")
                .bind("video", video.value())
                .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                .execute();
    }

    void insert(Handle tx, VideoId video, String original, List<DerivativeRecord> files) {
        var batch = tx.prepareBatch("""
                insert into derivatives (video_id, kind, number, original_key, object_key, file_name, size_bytes)
                values (:video, :kind, :number, :original, :key, :file, :size)
                """);
        for (DerivativeRecord file : files) {
            batch.bind("video", video.value())
                    .bind("kind", file.kind().name().toLowerCase(Locale.ROOT))
                    .bind("number", file.number())
                    .bind("original", original)
                    .bind("key", file.objectKey())
                    .bind("file", file.fileName())
                    .bind("size", file.sizeBytes())
                    .add();
        }
        batch.execute();
    }

    void upsertLoudness(Handle tx, VideoId video, String original, Loudness loudness) {
        tx.createUpdate("""
                        insert into loudness (video_id, original_key, integrated_lufs, true_peak_db)
                        values (:video, :original, :integrated, :peak)
                        on conflict (video_id) do update
                        set original_key = excluded.original_key, integrated_lufs = excluded.integrated_lufs,
                            true_peak_db = excluded.true_peak_db
                        """)
                .bind("video", video.value())
                .bind("original", original)
                .bind("integrated", loudness.integratedLufs())
                .bind("peak", loudness.truePeakDb())
                .execute();
    }

    void removeChapters(Handle tx, VideoId video) {
        tx.createUpdate("delete from chapters where video_id = :video")
                .bind("video", video.value())
                .execute();
    }

    void insertChapters(Handle tx, VideoId video, String original, List<Chapter> chapters) {
        var batch = tx.prepareBatch("""
                insert into chapters (video_id, number, original_key, start_ms, title)
                values (:video, :number, :original, :start, :title)
                """);
        for (int i = 0; i < chapters.size(); i++) {
            batch.bind("video", video.value())
                    .bind("number", i)
                    .bind("original", original)
                    .bind("start", chapters.get(i).start().toMillis())
                    .bind("title", chapters.get(i).title())
                    .add();
        }
        if (!chapters.isEmpty()) {
            batch.execute();
        }
    }
}
