package io.vidstead.trending;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code trend_scores} and {@code trend_refreshes}. */
@ApplicationScoped
class ScoreStore {

    record Scored(VideoId video, double score) {}

    /** Until the transaction ends nobody else makes scores. */
    void lock(Handle tx) {
        tx.execute("lock table trend_refreshes in share row exclusive mode");
    }

    /** The moment that the range's scores are discounted to; absent before the first refresh. */
    Optional<Instant> reference(Handle handle, TimeRange range) {
        return handle.createQuery("select reference from trend_refreshes where time_range = :range")
                .bind("range", range.code())
                .map((row, _) -> Columns.instant(row, "reference"))
                .findOne();
    }

    void setReference(Handle tx, TimeRange range, Instant reference) {
        tx.createUpdate("""
                        insert into trend_refreshes (time_range, reference) values (:range, :reference)
                        on conflict (time_range) do update set reference = excluded.reference
                        """)
                .bind("range", range.code())
                .bind("reference", reference.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Takes away the scores of these videos, or of all. */
    void clear(Handle tx, TimeRange range, Optional<Collection<VideoId>> only) {
        tx.createUpdate("""
                        delete from trend_scores
                        where time_range = :range and (:all or video_id = any (string_to_array(:videos, ',')))
                        """)
                .bind("range", range.code())
                .bind("all", only.isEmpty())
                .bind("videos", only.map(ScoreStore::joined).orElse(""))
                .execute();
    }

    void put(Handle tx, TimeRange range, Map<VideoId, Double> scores) {
        tx.createUpdate("""
                        insert into trend_scores (time_range, video_id, score)
                        select :range, n.video_id, n.score
                        from unnest(string_to_array(:videos, ','), string_to_array(:scores, ',')::double precision[])
                             as n (video_id, score)
                        on conflict (time_range, video_id) do update set score = excluded.score
                        """)
                .bind("range", range.code())
                .bind("videos", joined(scores.keySet()))
                .bind("scores", scores.values().stream().map(Object::toString).collect(Collectors.joining(",")))
                .execute();
    }

    /** The highest first. */
    List<Scored> best(Handle handle, TimeRange range, int limit) {
        return handle.createQuery("""
                        select video_id, score from trend_scores
                        where time_range = :range order by score desc, video_id limit :limit
                        """)
                .bind("range", range.code())
                .bind("limit", limit)
                .map((row, _) -> new Scored(Columns.videoId(row, "video_id"), row.getDouble("score")))
                .list();
    }

    private static String joined(Collection<VideoId> videos) {
        return videos.stream().map(VideoId::value).collect(Collectors.joining(","));
    }
}
