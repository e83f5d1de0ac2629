package io.vidstead.recommendations;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code taste_signals} and {@code taste_forgotten}. */
@ApplicationScoped
class SignalStore {

    /**
     * News of what somebody did: watched or, then without a share, reacted.
     *
     * @param reaction as in {@link Signal}
     */
    record News(UserId user, VideoId video, double watched, boolean completed, int reaction, Instant at) {}

    /** Whose it is. */
    record Owned(UserId user, Signal signal) {}

    /**
     * One statement; the same again changes nothing. What somebody wants forgotten, or does not want learned, is passed over.
     *
     * @param news each user and video once
     * @param reactions whether all of it is about reactions, or all about watching
     */
    void learn(Handle tx, Collection<News> news, boolean reactions) {
        tx.createUpdate("""
                        insert into taste_signals as s (user_id, video_id, watched, completed, reaction, at)
                        select n.user_id, n.video_id, n.watched, n.completed, n.reaction, n.at
                        from unnest(string_to_array(:users, ',')::bigint[], string_to_array(:videos, ','),
                                    string_to_array(:watched, ',')::real[], string_to_array(:completed, ',')::boolean[],
                                    string_to_array(:reactions, ',')::smallint[],
                                    string_to_array(:times, ',')::timestamptz[])
                             as n (user_id, video_id, watched, completed, reaction, at)
                        left join taste_choices c on c.user_id = n.user_id
                        where coalesce(c.personalised, true) and (c.since is null or n.at > c.since)
                              and not exists (select from taste_forgotten f
                                              where f.user_id = n.user_id and f.video_id in (n.video_id, '')
                                                    and f.forgotten_at >= n.at)
                        order by n.user_id, n.video_id
                        on conflict (user_id, video_id) do update
                        set watched = greatest(s.watched, excluded.watched),
                            completed = s.completed or excluded.completed,
                            reaction = case when :reacted then excluded.reaction else s.reaction end,
                            at = greatest(s.at, excluded.at)
                        """)
                .bind("users", joined(news, one -> Long.toString(one.user().value())))
                .bind("videos", joined(news, one -> one.video().value()))
                .bind("watched", joined(news, one -> Double.toString(one.watched())))
                .bind("completed", joined(news, one -> Boolean.toString(one.completed())))
                .bind("reactions", joined(news, one -> Integer.toString(one.reaction())))
                .bind("times", joined(news, one -> one.at().toString()))
                .bind("reacted", reactions)
                .execute();
    }

    List<Signal> latest(Handle handle, UserId user, int limit) {
        return handle.createQuery("""
                        select video_id, watched, completed, reaction, at from taste_signals
                        where user_id = :user order by at desc limit :limit
                        """)
                .bind("user", user.value())
                .bind("limit", limit)
                .map((row, _) -> new Signal(
                        Columns.videoId(row, "video_id"),
                        row.getDouble("watched"),
                        row.getBoolean("completed"),
                        row.getInt("reaction"),
                        Columns.instant(row, "at")))
                .list();
    }

    /** Everybody's latest, at most so many. */
    List<Owned> all(Handle handle, Instant since, int limit) {
        return handle.createQuery("""
                        select user_id, video_id, watched, completed, reaction, at from taste_signals
                        where at > :since order by at desc limit :limit
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, _) -> new Owned(
                        Columns.userId(row, "user_id"),
                        new Signal(
                                Columns.videoId(row, "video_id"),
                                row.getDouble("watched"),
                                row.getBoolean("completed"),
                                row.getInt("reaction"),
                                Columns.instant(row, "at"))))
                .list();
    }

    /**
     * How many videos each of these people liked or watched to the end after their moment; who is absent none. One statement.
     */
    Map<UserId, Double> satisfied(Handle handle, Map<UserId, Instant> since) {
        List<Map.Entry<UserId, Instant>> people = List.copyOf(since.entrySet());
        Map<UserId, Double> satisfied = new HashMap<>();
        handle.createQuery("""
                        select s.user_id, count(*) as videos
                        from unnest(string_to_array(:users, ',')::bigint[], string_to_array(:times, ',')::timestamptz[])
                             as n (user_id, at)
                        join taste_signals s on s.user_id = n.user_id and s.at > n.at
                        where s.completed or s.reaction > 0
                        group by s.user_id
                        """)
                .bind("users", joined(people, one -> Long.toString(one.getKey().value())))
                .bind("times", joined(people, one -> one.getValue().toString()))
                .map((row, _) -> Map.entry(Columns.userId(row, "user_id"), row.getDouble("videos")))
                .forEach(one -> satisfied.put(one.getKey(), one.getValue()));
        return satisfied;
    }

    /** Takes away what is known, of one video or of all, and notes that what happened before now is not learned. */
    void forget(Handle tx, UserId user, Optional<VideoId> video, Instant now) {
        tx.createUpdate("""
                        insert into taste_forgotten as f (user_id, video_id, forgotten_at) values (:user, :video, :now)
                        on conflict (user_id, video_id) do update
                        set forgotten_at = greatest(f.forgotten_at, excluded.forgotten_at)
                        """)
                .bind("user", user.value())
                .bind("video", video.map(VideoId::value).orElse(""))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        tx.createUpdate("""
                        delete from taste_signals
                        where user_id = :user and (:video = '' or video_id = :video) and at <= :now
                        """)
                .bind("user", user.value())
                .bind("video", video.map(VideoId::value).orElse(""))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Of deleted videos, and of what is older than anybody's recommendations look back. */
    void deleteOld(Handle tx, Instant before) {
        tx.createUpdate("delete from taste_signals where at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute();
        tx.createUpdate("delete from taste_forgotten where forgotten_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static <T> String joined(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(","));
    }
}
