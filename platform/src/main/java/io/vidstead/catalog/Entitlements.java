package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Who may play what only some may: the owner, moderators, administrators, and those whom the owner named. */
@ApplicationScoped
public class Entitlements {

    private final Transactions transactions;
    private final Clock clock;

    Entitlements(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the caller may play the video; to see its page is {@link Visibility}'s question. */
    public boolean mayPlay(Caller caller, Video video) {
        if (!video.premium() || caller.is(video.owner()) || caller.role().atLeast(Role.MODERATOR)) {
            return true;
        }
        return caller.userId().filter(user -> has(video.id(), user)).isPresent();
    }

    private boolean has(VideoId video, UserId user) {
        return transactions.read(handle -> handle.createQuery("""
                        select exists (select from entitlements where video_id = :video and user_id = :user)
                        """)
                .bind("video", video.value())
                .bind("user", user.value())
                .mapTo(Boolean.class)
                .one());
    }

    /** Whom the owner named, the first named first; at most {@code limit}. */
    List<UserId> list(VideoId video, int limit) {
        return transactions.read(handle -> handle.createQuery("""
                        select user_id from entitlements where video_id = :video
                        order by created_at, user_id limit :limit
                        """)
                .bind("video", video.value())
                .bind("limit", limit)
                .map((row, _) -> new UserId(row.getLong("user_id")))
                .list());
    }

    /** Done twice it is done once. */
    void grant(VideoId video, UserId user) {
        transactions.run(tx -> tx.createUpdate("""
                        insert into entitlements (video_id, user_id, created_at) values (:video, :user, :now)
                        on conflict do nothing
                        """)
                .bind("video", video.value())
                .bind("user", user.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    void revoke(VideoId video, UserId user) {
        transactions.run(tx -> tx.createUpdate("delete from entitlements where video_id = :video and user_id = :user")
                .bind("video", video.value())
                .bind("user", user.value())
                .execute());
    }
}
