package io.vidstead.comments;

import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/**
 * The rows of {@code comment_votes}, one a person a comment, and the counts they make. Both change in one transaction under
 * the comment's row lock, so the counts are exact whatever happens.
 */
@ApplicationScoped
class VoteStore {

    /** Of a 95 % interval. */
    private static final double Z = 1.96;

    /** @param changed by how much this vote changed the likes */
    record Counts(int likes, int dislikes, int changed) {}

    /** @param vote 1, −1 or, to take it back, 0 */
    Counts vote(Handle tx, CommentId id, UserId user, int vote, Instant now) {
        Counts before = tx.createQuery("""
                        select like_count, dislike_count from comments where comment_id = :id for no key update
                        """)
                .bind("id", id.value())
                .map((row, _) -> new Counts(row.getInt("like_count"), row.getInt("dislike_count"), 0))
                .one();
        int had = find(tx, id, user);
        if (had == vote) {
            return before;
        }
        write(tx, id, user, vote, now);
        int changed = likes(vote) - likes(had);
        Counts after = new Counts(before.likes() + changed, before.dislikes() + likes(-vote) - likes(-had), changed);
        tx.createUpdate("""
                        update comments set like_count = :likes, dislike_count = :dislikes, rank = :rank
                        where comment_id = :id
                        """)
                .bind("likes", after.likes())
                .bind("dislikes", after.dislikes())
                .bind("rank", wilson(after.likes(), after.dislikes()))
                .bind("id", id.value())
                .execute();
        return after;
    }

    /** 1, −1 or, where there is none, 0. */
    int find(Handle handle, CommentId id, UserId user) {
        return handle.createQuery("select vote from comment_votes where comment_id = :id and user_id = :user")
                .bind("id", id.value())
                .bind("user", user.value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Lower bound of the share of likes (E. B. Wilson, 1927); 0 without votes. */
    static double wilson(int likes, int dislikes) {
        int votes = likes + dislikes;
        if (votes == 0) {
            return 0;
        }
        double share = (double) likes / votes;
        double spread = Z * Math.sqrt((share * (1 - share) + Z * Z / (4 * votes)) / votes);
        return Math.max(0, (share + Z * Z / (2 * votes) - spread) / (1 + Z * Z / votes));
    }

    private static int likes(int vote) {
        return vote > 0 ? 1 : 0;
    }

    private static void write(Handle tx, CommentId id, UserId user, int vote, Instant now) {
        if (vote == 0) {
            tx.createUpdate("delete from comment_votes where comment_id = :id and user_id = :user")
                    .bind("id", id.value())
                    .bind("user", user.value())
                    .execute();
            return;
        }
        tx.createUpdate("""
                        insert into comment_votes (comment_id, user_id, vote, created_at)
                        values (:id, :user, :vote, :now)
                        on conflict (comment_id, user_id) do update set vote = excluded.vote
                        """)
                .bind("id", id.value())
                .bind("user", user.value())
                .bind("vote", vote)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
