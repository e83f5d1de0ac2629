package io.vidstead.catalog;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code video_counts}. */
@ApplicationScoped
class CountStore {

    /** A video's counts and whose it is. */
    record Row(VideoId video, UserId owner, VideoView.Counts counts) {}

    /** One statement for all; the rows are locked in order of the key, so that two of these never wait in a circle. */
    void add(Handle tx, Map<VideoId, CountChange> changes) {
        var entries = List.copyOf(changes.entrySet());
        var values = entries.stream().map(Map.Entry::getValue).toList();
        tx.createUpdate("""
                        with n as (
                            select * from unnest(string_to_array(:videos, ','), string_to_array(:views, ',')::bigint[],
                                                 string_to_array(:likes, ',')::bigint[], string_to_array(:dislikes, ',')::bigint[],
                                                 string_to_array(:comments, ',')::bigint[], string_to_array(:shares, ',')::bigint[])
                                          as n (video_id, views, likes, dislikes, comments, shares)
                        ), locked as (
                            select c.video_id from video_counts c
                            where c.video_id in (select n.video_id from n)
                            order by c.video_id
                            for no key update
                        )
                        update video_counts c
                        set view_count = c.view_count + n.views, like_count = c.like_count + n.likes,
                            dislike_count = c.dislike_count + n.dislikes, comment_count = c.comment_count + n.comments,
                            share_count = c.share_count + n.shares
                        from n join locked l on l.video_id = n.video_id
                        where c.video_id = n.video_id
                        """)
                .bind(
                        "videos",
                        entries.stream().map(entry -> entry.getKey().value()).collect(Collectors.joining(",")))
                .bind("views", joined(values, CountChange::views))
                .bind("likes", joined(values, CountChange::likes))
                .bind("dislikes", joined(values, CountChange::dislikes))
                .bind("comments", joined(values, CountChange::comments))
                .bind("shares", joined(values, CountChange::shares))
                .execute();
    }

    /** Those of the videos that are there; one statement. */
    List<Row> list(Handle handle, Collection<VideoId> videos) {
        return handle.createQuery("""
                        select c.video_id, v.user_id, c.view_count, c.like_count, c.dislike_count, c.comment_count,
                               c.share_count
                        from video_counts c join videos v on v.video_id = c.video_id
                        where c.video_id = any (string_to_array(:videos, ',')) and v.deleted_at is null
                        """)
                .bind("videos", videos.stream().map(VideoId::value).collect(Collectors.joining(",")))
                .map((row, _) -> new Row(
                        Columns.videoId(row, "video_id"), Columns.userId(row, "user_id"), VideoView.Counts.of(row)))
                .list();
    }

    private static String joined(List<CountChange> changes, ToLongFunction<CountChange> count) {
        return changes.stream()
                .map(change -> Long.toString(count.applyAsLong(change)))
                .collect(Collectors.joining(","));
    }
}
