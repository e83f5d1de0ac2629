package io.vidstead.storage;

import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code reencode_runs} and {@code reencode_items}. */
@ApplicationScoped
class ReencodeStore {

    private static final String COLUMNS = """
            run_id, scope, video_id, position, seen, encoded, skipped, failed, total, begun_by, begun_at, ended_at, cancelled
            """;

    /** How a video of a run ended. */
    enum Ending {
        ENCODED,
        SKIPPED,
        FAILED
    }

    void insert(Handle tx, ReencodeRun run) {
        tx.createUpdate("""
                        insert into reencode_runs (run_id, scope, video_id, total, begun_by, begun_at)
                        values (:id, :scope, :video, :total, :by, :at)
                        """)
                .bind("id", run.id())
                .bind("scope", run.scope().code())
                .bind("video", run.video().map(VideoId::value).orElse(null))
                .bind("total", run.total())
                .bind("by", run.begunBy().value())
                .bind("at", run.begun().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The latest first. */
    List<ReencodeRun> list(Handle handle, int limit) {
        return handle.createQuery("select " + COLUMNS + " from reencode_runs order by begun_at desc limit :limit")
                .bind("limit", limit)
                .map((row, _) -> run(row))
                .list();
    }

    Optional<ReencodeRun> find(Handle handle, long id) {
        return handle.createQuery("select " + COLUMNS + " from reencode_runs where run_id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne();
    }

    /**
     * The oldest that has not ended, locked: one server at a time feeds it. One that was cancelled, whose last videos are
     * still being made, comes after all others and keeps none of them waiting.
     */
    Optional<ReencodeRun> lockNext(Handle tx) {
        return tx.createQuery("select " + COLUMNS + """
                         from reencode_runs where ended_at is null order by cancelled, begun_at limit 1 for update skip locked
                        """)
                .map((row, _) -> run(row))
                .findOne();
    }

    List<VideoId> listItems(Handle tx, long run) {
        return tx.createQuery("select video_id from reencode_items where run_id = :run order by video_id")
                .bind("run", run)
                .map((row, _) -> Columns.videoId(row, "video_id"))
                .list();
    }

    void begin(Handle tx, long run, VideoId video) {
        tx.createUpdate("insert into reencode_items (run_id, video_id) values (:run, :video)")
                .bind("run", run)
                .bind("video", video.value())
                .execute();
        advance(tx, run, video);
    }

    void skip(Handle tx, long run, VideoId video) {
        advance(tx, run, video);
        count(tx, run, Ending.SKIPPED);
    }

    private static void advance(Handle tx, long run, VideoId video) {
        tx.createUpdate("update reencode_runs set position = :video, seen = seen + 1 where run_id = :run")
                .bind("run", run)
                .bind("video", video.value())
                .execute();
    }

    void endItem(Handle tx, long run, VideoId video, Ending ending) {
        tx.createUpdate("delete from reencode_items where run_id = :run and video_id = :video")
                .bind("run", run)
                .bind("video", video.value())
                .execute();
        count(tx, run, ending);
    }

    private static void count(Handle tx, long run, Ending ending) {
        String column = switch (ending) {
            case ENCODED -> "encoded";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
        };
        tx.createUpdate("update reencode_runs set %1$s = %1$s + 1 where run_id = :run".formatted(column))
                .bind("run", run)
                .execute();
    }

    void end(Handle tx, long run, Instant now) {
        tx.createUpdate("update reencode_runs set ended_at = :now where run_id = :run and ended_at is null")
                .bind("run", run)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** No further video is begun. */
    void cancel(Handle tx, long run) {
        tx.createUpdate("update reencode_runs set cancelled = true where run_id = :run and ended_at is null")
                .bind("run", run)
                .execute();
    }

    private static ReencodeRun run(ResultSet row) throws SQLException {
        return new ReencodeRun(
                row.getLong("run_id"),
                ReencodeRun.Scope.of(row.getString("scope")),
                text(row, "video_id").map(VideoId::new),
                row.getString("position"),
                row.getLong("seen"),
                row.getLong("encoded"),
                row.getLong("skipped"),
                row.getLong("failed"),
                row.getLong("total"),
                Columns.userId(row, "begun_by"),
                Columns.instant(row, "begun_at"),
                Optional.ofNullable(instantOrNull(row, "ended_at")),
                row.getBoolean("cancelled"));
    }
}
