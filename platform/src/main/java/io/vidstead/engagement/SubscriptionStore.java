package io.vidstead.engagement;

import io.vidstead.engagement.Subscriptions.Subscriber;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of {@code subscriptions}. */
@ApplicationScoped
class SubscriptionStore {

    /** A channel that somebody follows. */
    record Followed(UserId channel, Bell bell, Instant since) {}

    /**
     * Subscribes, or sets the bell of a subscription. False when it is so already; the row stays locked until the transaction
     * ends.
     */
    boolean subscribe(Handle tx, UserId user, UserId channel, Bell bell, Instant now) {
        return tx.createUpdate("""
                        insert into subscriptions as s (channel_id, user_id, active, bell, since)
                        values (:channel, :user, true, :bell, :now)
                        on conflict (channel_id, user_id) do update
                        set active = true, bell = excluded.bell,
                            since = case when s.active then s.since else excluded.since end
                        where not s.active or s.bell <> excluded.bell
                        """)
                        .bind("channel", channel)
                        .bind("user", user)
                        .bind("bell", bell.code())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** False when there is no subscription. */
    boolean unsubscribe(Handle tx, UserId user, UserId channel) {
        return tx.createUpdate("""
                        update subscriptions set active = false
                        where channel_id = :channel and user_id = :user and active
                        """).bind("channel", channel).bind("user", user).execute() == 1;
    }

    /** What the channel's count does not hold yet of this user's subscription. */
    int uncounted(Handle tx, UserId user, UserId channel) {
        return tx.createQuery("""
                        select active::int - counted::int from subscriptions
                        where channel_id = :channel and user_id = :user
                        """)
                .bind("channel", channel)
                .bind("user", user)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    Optional<Bell> find(Handle handle, UserId user, UserId channel) {
        return handle.createQuery("""
                        select bell from subscriptions where channel_id = :channel and user_id = :user and active
                        """)
                .bind("channel", channel)
                .bind("user", user)
                .map((row, _) -> Bell.ofCode(row.getString("bell")))
                .findOne();
    }

    List<Subscriber> subscribers(Handle handle, UserId channel, Optional<UserId> after, int limit) {
        return handle.createQuery("""
                        select user_id, bell from subscriptions
                        where channel_id = :channel and user_id > :after and active
                        order by user_id limit :limit
                        """)
                .bind("channel", channel)
                .bind("after", after.map(UserId::value).orElse(Long.MIN_VALUE))
                .bind("limit", limit)
                .map((row, _) -> new Subscriber(Columns.userId(row, "user_id"), Bell.ofCode(row.getString("bell"))))
                .list();
    }

    /** How many channels the user follows. */
    int countOf(Handle handle, UserId user) {
        return handle.createQuery("select count(*) from subscriptions where user_id = :user and active")
                .bind("user", user)
                .mapTo(Integer.class)
                .one();
    }

    /** The channels that the user follows, the latest first. */
    List<UserId> channelsOf(Handle handle, UserId user, int limit) {
        return handle.createQuery("""
                        select channel_id from subscriptions where user_id = :user and active
                        order by since desc, channel_id desc limit :limit
                        """)
                .bind("user", user)
                .bind("limit", limit)
                .map((row, _) -> Columns.userId(row, "channel_id"))
                .list();
    }

    /** What the user follows, the latest first. */
    List<Followed> list(Handle handle, UserId user, Instant before, long beforeChannel, int limit) {
        return handle.createQuery("""
                        select channel_id, bell, since from subscriptions
                        where user_id = :user and active and (since, channel_id) < (:before, :beforeChannel)
                        order by since desc, channel_id desc limit :limit
                        """)
                .bind("user", user)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("beforeChannel", beforeChannel)
                .bind("limit", limit)
                .map((row, _) -> new Followed(
                        Columns.userId(row, "channel_id"),
                        Bell.ofCode(row.getString("bell")),
                        Columns.instant(row, "since")))
                .list();
    }

    /** Takes note that the counts hold what these rows say, and tells what is to be added to them. As with reactions. */
    Map<UserId, Long> count(Handle tx, Collection<SubscriptionChanged> changed) {
        return tx.createQuery("""
                        with applied as (
                            update subscriptions s set counted = s.active
                            from unnest(:channels, :users) as n (channel_id, user_id)
                            where s.channel_id = n.channel_id and s.user_id = n.user_id and s.counted <> s.active
                            returning s.channel_id, new.counted::int - old.counted::int as change
                        )
                        select channel_id, sum(change) as change from applied group by channel_id
                        """)
                .bindArray("channels", Long.class, channels(changed))
                .bindArray("users", Long.class, users(changed))
                .map((row, _) -> Map.entry(Columns.userId(row, "channel_id"), row.getLong("change")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Deletes those of these rows that say nothing any more. */
    void forget(Handle tx, Collection<SubscriptionChanged> changed) {
        tx.createUpdate("""
                        delete from subscriptions s
                        using unnest(:channels, :users) as n (channel_id, user_id)
                        where s.channel_id = n.channel_id and s.user_id = n.user_id and not s.active and not s.counted
                        """)
                .bindArray("channels", Long.class, channels(changed))
                .bindArray("users", Long.class, users(changed))
                .execute();
    }

    private static List<Long> channels(Collection<SubscriptionChanged> changed) {
        return changed.stream().map(c -> c.channel().value()).toList();
    }

    private static List<Long> users(Collection<SubscriptionChanged> changed) {
        return changed.stream().map(c -> c.userId().value()).toList();
    }
}
