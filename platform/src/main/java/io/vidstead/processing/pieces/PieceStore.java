package io.vidstead.processing.pieces;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code encode_runs}, {@code encode_chunks} and {@code encode_served}. */
@ApplicationScoped
class PieceStore {

    void insertRun(Handle tx, VideoId video, UserId owner, Order order) {
        tx.createUpdate("""
                        insert into encode_runs (video_id, run, owner_id, rungs, sound, created_at)
                        values (:video, nextval('encode_token'), :owner, :rungs, :sound, now())
                        """)
                .bind("video", video)
                .bind("owner", owner)
                .bind("rungs", String.join(",", order.rungs()))
                .bind("sound", order.sound())
                .execute();
    }

    void insert(Handle tx, List<Piece> pieces) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into encode_chunks (video_id, number, kind, from_frame, to_frame, weight, state, due)
                values (:video, :number, :kind, :from, :to, :weight, 'waiting', now())
                """);
        for (Piece piece : pieces) {
            @Nullable
            Long to = piece.chunk().to().isPresent() ? piece.chunk().to().getAsLong() : null;
            batch.bind("video", piece.video())
                    .bind("number", piece.number())
                    .bind("kind", piece.kind().name().toLowerCase(Locale.ROOT))
                    .bind("from", piece.chunk().from())
                    .bind("to", to)
                    .bind("weight", piece.weight())
                    .add();
        }
        batch.execute();
    }

    /** Pieces go with it. Whether there was such a run. */
    boolean deleteRun(Handle tx, VideoId video, long run) {
        return tx.createUpdate("delete from encode_runs where video_id = :video and run = :run")
                        .bind("video", video)
                        .bind("run", run)
                        .execute()
                > 0;
    }

    void deleteRuns(Handle tx, VideoId video) {
        tx.createUpdate("delete from encode_runs where video_id = :video")
                .bind("video", video)
                .execute();
    }

    /** What is queued for a video. */
    record Run(long number, Order order) {}

    /** The run, and nobody else accepts one of its pieces until the transaction ends. */
    Optional<Run> lockRun(Handle tx, VideoId video) {
        return tx.createQuery("select run, rungs, sound from encode_runs where video_id = :video for update")
                .bind("video", video)
                .map((row, _) -> new Run(row.getLong("run"), order(row)))
                .findOne();
    }

    Optional<LeasedPiece> claim(Handle tx, String worker, Duration lease) {
        return tx.createQuery("""
                        with next as (
                            select c.video_id, c.number, r.owner_id, r.run, r.rungs, r.sound
                            from encode_chunks c
                            join encode_runs r on r.video_id = c.video_id
                            left join encode_served s on s.owner_id = r.owner_id
                            left join processing p on p.video_id = r.video_id
                            where c.state <> 'done' and c.due <= now()
                            order by coalesce(p.anew, false), s.served_at nulls first, r.created_at, c.number
                            for update of c skip locked
                            limit 1
                        ), served as (
                            insert into encode_served (owner_id, served_at)
                            select owner_id, clock_timestamp() from next
                            on conflict (owner_id) do update set served_at = excluded.served_at
                        )
                        update encode_chunks c
                        set state = 'leased', token = nextval('encode_token'), worker = :worker, progress = 0,
                            due = now() + make_interval(secs => :seconds), claims = c.claims + 1
                        from next
                        where c.video_id = next.video_id and c.number = next.number
                        returning c.video_id, c.number, c.kind, c.from_frame, c.to_frame, c.weight, c.token, c.claims,
                                  c.failures, next.run, next.rungs, next.sound
                        """)
                .bind("worker", worker)
                .bind("seconds", seconds(lease))
                .map((row, _) -> new LeasedPiece(
                        piece(row),
                        row.getLong("token"),
                        row.getLong("run"),
                        order(row),
                        row.getInt("claims"),
                        row.getInt("failures")))
                .findOne();
    }

    /** Whether the lease was still this one's. */
    boolean renew(Handle handle, LeasedPiece leased, double progress, Duration lease) {
        return handle.createUpdate("""
                        update encode_chunks
                        set due = now() + make_interval(secs => :seconds), progress = :progress
                        where video_id = :video and number = :number and token = :token and state = 'leased'
                        """)
                        .bind("seconds", seconds(lease))
                        .bind("progress", progress)
                        .bind("video", leased.piece().video())
                        .bind("number", leased.piece().number())
                        .bind("token", leased.token())
                        .execute()
                > 0;
    }

    /** Whether the lease was still this one's. May be repeated, for the answer to a commit may have been lost. */
    boolean finish(Handle tx, LeasedPiece leased, String result) {
        return tx.createUpdate("""
                        update encode_chunks
                        set state = 'done', progress = 1, result = :result
                        where video_id = :video and number = :number and token = :token
                        """)
                        .bind("result", result)
                        .bind("video", leased.piece().video())
                        .bind("number", leased.piece().number())
                        .bind("token", leased.token())
                        .execute()
                > 0;
    }

    boolean allDone(Handle tx, VideoId video) {
        return tx.createQuery("""
                        select not exists (select 1 from encode_chunks where video_id = :video and state <> 'done')
                        """).bind("video", video).mapTo(Boolean.class).one();
    }

    /** Gives the lease of a piece back that could not be made, to be claimed by anybody after the wait. */
    void fail(Handle handle, LeasedPiece leased, Duration wait) {
        handle.createUpdate("""
                        update encode_chunks
                        set state = 'waiting', token = null, worker = null, progress = 0, failures = failures + 1,
                            due = now() + make_interval(secs => :seconds)
                        where video_id = :video and number = :number and token = :token and state = 'leased'
                        """)
                .bind("seconds", seconds(wait))
                .bind("video", leased.piece().video())
                .bind("number", leased.piece().number())
                .bind("token", leased.token())
                .execute();
    }

    /** As {@link #fail}, but as if the piece had never been taken. */
    void giveBack(Handle handle, LeasedPiece leased, Duration wait) {
        handle.createUpdate("""
                        update encode_chunks
                        set state = 'waiting', token = null, worker = null, progress = 0, claims = claims - 1,
                            due = now() + make_interval(secs => :seconds)
                        where video_id = :video and number = :number and token = :token and state = 'leased'
                        """)
                .bind("seconds", seconds(wait))
                .bind("video", leased.piece().video())
                .bind("number", leased.piece().number())
                .bind("token", leased.token())
                .execute();
    }

    void giveBackAllOf(Handle handle, String worker) {
        handle.createUpdate("""
                        update encode_chunks
                        set state = 'waiting', token = null, worker = null, progress = 0, due = now()
                        where worker = :worker and state = 'leased'
                        """).bind("worker", worker).execute();
    }

    List<FinishedPiece> finished(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select video_id, number, kind, from_frame, to_frame, weight, result
                        from encode_chunks
                        where video_id = :video and state = 'done'
                        order by number
                        """)
                .bind("video", video)
                .map((row, _) -> new FinishedPiece(piece(row), row.getString("result")))
                .list();
    }

    Optional<LadderProgress> progress(Handle handle, VideoId video) {
        return handle.createQuery("""
                        select sum(c.progress * c.weight) / sum(c.weight) as fraction,
                               extract(epoch from now() - min(r.created_at)) as seconds
                        from encode_chunks c
                        join encode_runs r on r.video_id = c.video_id
                        where c.video_id = :video
                        having count(*) > 0
                        """)
                .bind("video", video)
                .map((row, _) -> new LadderProgress(
                        row.getDouble("fraction"), Duration.ofMillis((long) (row.getDouble("seconds") * 1000))))
                .findOne();
    }

    private static Piece piece(ResultSet row) throws SQLException {
        @Nullable Long to = Columns.longOrNull(row, "to_frame");
        long from = row.getLong("from_frame");
        return new Piece(
                Columns.videoId(row, "video_id"),
                row.getInt("number"),
                Piece.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                to == null ? Chunk.startingAt(from) : Chunk.between(from, to),
                row.getDouble("weight"));
    }

    private static Order order(ResultSet row) throws SQLException {
        String rungs = row.getString("rungs");
        return new Order(rungs.isEmpty() ? List.of() : List.of(rungs.split(",")), row.getBoolean("sound"));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
