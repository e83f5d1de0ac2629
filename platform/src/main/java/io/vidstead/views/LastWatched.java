package io.vidstead.views;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code last_watched}. */
@ApplicationScoped
class LastWatched {

    /** One statement for a batch; a row is written once an hour at most, however much a video is watched. */
    void note(Handle tx, List<View> views) {
        Map<String, Instant> latest = new TreeMap<>(); // in order of the key, so that two never wait in a circle
        views.forEach(view -> latest.merge(view.videoId().value(), view.at(), (a, b) -> a.isAfter(b) ? a : b));
        tx.createUpdate("""
                        insert into last_watched as l (video_id, watched_at)
                        select n.video_id, n.at
                        from unnest(string_to_array(:videos, ','), string_to_array(:times, ',')::timestamptz[])
                             as n (video_id, at)
                        on conflict (video_id) do update set watched_at = excluded.watched_at
                        where excluded.watched_at > l.watched_at + interval '1 hour'
                        """)
                .bind("videos", String.join(",", latest.keySet()))
                .bind("times", latest.values().stream().map(Instant::toString).collect(Collectors.joining(",")))
                .execute();
    }

    Map<VideoId, Instant> find(Handle handle, Collection<VideoId> videos) {
        return handle
                .createQuery("""
                        select video_id, watched_at from last_watched
                        where video_id = any (string_to_array(:videos, ','))
                        """)
                .bind("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> Map.entry(Columns.videoId(row, "video_id"), Columns.instant(row, "watched_at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Instant since(Handle handle) {
        return handle.createQuery("select since from watching_since")
                .map((row, _) -> Columns.instant(row, "since"))
                .one();
    }
}
