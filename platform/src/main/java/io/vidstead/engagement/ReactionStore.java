package io.vidstead.engagement;

import io.vidstead.catalog.CountChange;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code reactions}. */
@ApplicationScoped
class ReactionStore {

    /** False when the user thinks so already. The row stays locked until the transaction ends. */
    boolean set(Handle tx, VideoId video, UserId user, Reaction reaction, Instant now) {
        String sql = reaction == Reaction.NONE ? """
                update reactions set reaction = 0, changed_at = :now
                where video_id = :video and user_id = :user and reaction <> :reaction
                """ : """
                insert into reactions as r (video_id, user_id, reaction, changed_at)
                values (:video, :user, :reaction, :now)
                on conflict (video_id, user_id) do update set reaction = excluded.reaction, changed_at = excluded.changed_at
                where r.reaction <> excluded.reaction
                """;
        return tx.createUpdate(sql)
                        .bind("video", video)
                        .bind("user", user)
                        .bind("reaction", reaction.stored())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** What the video's counts do not hold yet of what this user thinks. */
    CountChange uncounted(Handle tx, VideoId video, UserId user) {
        return tx.createQuery("""
                        select (reaction = 1)::int - (counted = 1)::int as likes,
                               (reaction = -1)::int - (counted = -1)::int as dislikes
                        from reactions where video_id = :video and user_id = :user
                        """)
                .bind("video", video)
                .bind("user", user)
                .map((row, _) -> CountChange.ofReactions(row.getInt("likes"), row.getInt("dislikes")))
                .findOne()
                .orElse(CountChange.ofReactions(0, 0));
    }

    /**
     * Takes note that the counts hold what these rows say, and tells what is to be added to them for that. One statement; the
     * same again adds nothing.
     */
    Map<VideoId, CountChange> count(Handle tx, Collection<ReactionChanged> changed) {
        return tx.createQuery("""
                        with applied as (
                            update reactions r set counted = r.reaction
                            from unnest(string_to_array(:videos, ','), string_to_array(:users, ',')::bigint[])
                                 as n (video_id, user_id)
                            where r.video_id = n.video_id and r.user_id = n.user_id and r.counted <> r.reaction
                            returning r.video_id, new.counted as is, old.counted as was
                        )
                        select video_id, sum((a.is = 1)::int - (was = 1)::int) as likes,
                               sum((a.is = -1)::int - (was = -1)::int) as dislikes
                        from applied a group by video_id
                        """)
                .bind("videos", changed.stream().map(c -> c.videoId().value()).collect(Collectors.joining(",")))
                .bind("users", users(changed))
                .map((row, _) -> Map.entry(
                        Columns.videoId(row, "video_id"),
                        CountChange.ofReactions(row.getLong("likes"), row.getLong("dislikes"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Deletes those of these rows that say nothing any more. */
    void forget(Handle tx, Collection<ReactionChanged> changed) {
        tx.createUpdate("""
                        delete from reactions r
                        using unnest(string_to_array(:videos, ','), string_to_array(:users, ',')::bigint[])
                              as n (video_id, user_id)
                        where r.video_id = n.video_id and r.user_id = n.user_id and r.reaction = 0 and r.counted = 0
                        """)
                .bind("videos", changed.stream().map(c -> c.videoId().value()).collect(Collectors.joining(",")))
                .bind("users", users(changed))
                .execute();
    }

    /** What the user likes, the latest first. */
    List<Reactions.Liked> liked(Handle handle, UserId user, Instant before, String beforeVideo, int limit) {
        return handle.createQuery("""
                        select video_id, changed_at from reactions
                        where user_id = :user and reaction = 1 and (changed_at, video_id) < (:before, :beforeVideo)
                        order by changed_at desc, video_id desc limit :limit
                        """)
                .bind("user", user)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("beforeVideo", beforeVideo)
                .bind("limit", limit)
                .map((row, _) ->
                        new Reactions.Liked(Columns.videoId(row, "video_id"), Columns.instant(row, "changed_at")))
                .list();
    }

    int countLiked(Handle handle, UserId user) {
        return handle.createQuery("""
                        select count(*) from
                            (select from reactions where user_id = :user and reaction = 1 limit 10000) counted
                        """).bind("user", user).mapTo(Integer.class).one();
    }

    private static String users(Collection<ReactionChanged> changed) {
        return changed.stream().map(c -> Long.toString(c.userId().value())).collect(Collectors.joining(","));
    }
}
