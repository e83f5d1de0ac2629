package io.vidstead.history;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of {@code watch_history} as a list, newest first. */
@ApplicationScoped
class HistoryStore {

    /** Where a page goes on: the last row before. */
    record Position(String watched, String video) {}

    /**
     * @param watchedKey the time as text that {@link Position} reads back without loss
     * @param total how many there are, counted up to 10,000
     */
    record Row(VideoId video, int position, boolean completed, Instant watched, String watchedKey, long total) {}

    List<Row> page(Handle handle, UserId viewer, Optional<Position> after, int offset, int limit) {
        Query query = handle.createQuery("""
                        select h.video_id, h.watch_position, h.completed, h.updated_at,
                               h.updated_at::text as watched_key,
                               (select count(*) from (select from watch_history where user_id = :viewer limit 10000) c)
                                   as total
                        from watch_history h
                        where h.user_id = :viewer %s
                        order by h.updated_at desc, h.video_id desc limit :limit offset :offset
                        """.formatted(
                                after.isPresent()
                                        ? "and (h.updated_at, h.video_id) < (cast(:after as timestamptz), :afterVideo)"
                                        : ""))
                .bind("viewer", viewer.value())
                .bind("limit", limit)
                .bind("offset", after.isPresent() ? 0 : offset);
        after.ifPresent(last -> query.bind("after", last.watched()).bind("afterVideo", last.video()));
        return query.map((row, _) -> new Row(
                        Columns.videoId(row, "video_id"),
                        row.getInt("watch_position"),
                        row.getBoolean("completed"),
                        Columns.instant(row, "updated_at"),
                        row.getString("watched_key"),
                        row.getLong("total")))
                .list();
    }

    void delete(Handle handle, UserId viewer, VideoId video) {
        handle.createUpdate("delete from watch_history where user_id = :viewer and video_id = :video")
                .bind("viewer", viewer.value())
                .bind("video", video.value())
                .execute();
    }

    void deleteAll(Handle handle, UserId viewer) {
        handle.createUpdate("delete from watch_history where user_id = :viewer")
                .bind("viewer", viewer.value())
                .execute();
    }

    boolean paused(Handle handle, UserId viewer) {
        return handle.createQuery("select exists (select from history_choices where user_id = :viewer and paused)")
                .bind("viewer", viewer.value())
                .mapTo(Boolean.class)
                .one();
    }

    void setPaused(Handle handle, UserId viewer, boolean paused) {
        handle.createUpdate("""
                        insert into history_choices (user_id, paused) values (:viewer, :paused)
                        on conflict (user_id) do update set paused = excluded.paused
                        """)
                .bind("viewer", viewer.value())
                .bind("paused", paused)
                .execute();
    }

    /** What somebody did before is to be forgotten: of one video, or of all. */
    void noteForgotten(Handle handle, UserId viewer, Optional<VideoId> video, Instant now) {
        handle.createUpdate("""
                        insert into history_forgotten (user_id, video_id, forgotten_at) values (:viewer, :video, :now)
                        on conflict (user_id, video_id) do update set forgotten_at = excluded.forgotten_at
                        """)
                .bind("viewer", viewer.value())
                .bind("video", video.map(VideoId::value).orElse(""))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    int deleteForgottenBefore(Handle handle, Instant time) {
        return handle.createUpdate("delete from history_forgotten where forgotten_at < :time")
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
