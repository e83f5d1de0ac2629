package io.vidstead.notifications;

import io.vidstead.engines.push.PushTarget;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code push_subscriptions}: the browsers that somebody wants messages in. */
final class PushSubscriptions {

    /** The oldest one makes room. */
    static final int MAX = 20;

    /** @param signIn by which it was asked for; null for one of before that was kept */
    record Browser(
            long id,
            UserId user,
            PushTarget target,
            String device,
            Instant created,
            @Nullable Long signIn) {}

    private PushSubscriptions() {}

    /**
     * An endpoint belongs to whoever signed in last in that browser.
     *
     * @return its id, which stays the same
     */
    static long put(Handle tx, long id, UserId user, long signIn, PushTarget target, String device, Instant now) {
        long kept = tx.createQuery("""
                        insert into push_subscriptions (subscription_id, user_id, sign_in_id, endpoint, p256dh, auth, device,
                                                        created_at)
                        values (:id, :user, :signIn, :endpoint, :p256dh, :auth, :device, :now)
                        on conflict (endpoint) do update
                        set user_id = excluded.user_id, sign_in_id = excluded.sign_in_id, p256dh = excluded.p256dh, auth = excluded.auth,
                            device = excluded.device
                        returning subscription_id
                        """)
                .bind("id", id)
                .bind("user", user)
                .bind("signIn", signIn)
                .bind("endpoint", target.endpoint().toString())
                .bind("p256dh", target.publicKey())
                .bind("auth", target.secret())
                .bind("device", device)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        tx.createUpdate("""
                        delete from push_subscriptions where subscription_id in (
                            select subscription_id from push_subscriptions
                            where user_id = :user and subscription_id <> :kept
                            order by created_at desc offset :max)
                        """)
                .bind("user", user)
                .bind("kept", kept)
                .bind("max", MAX - 1)
                .execute();
        return kept;
    }

    static List<Browser> list(Handle handle, Collection<UserId> users) {
        return handle.createQuery("""
                        select subscription_id, user_id, endpoint, p256dh, auth, device, created_at, sign_in_id
                        from push_subscriptions where user_id = any (:users) order by created_at desc
                        """)
                .bindArray(
                        "users", Long.class, users.stream().map(UserId::value).toList())
                .map((row, _) -> new Browser(
                        row.getLong("subscription_id"),
                        Columns.userId(row, "user_id"),
                        new PushTarget(
                                URI.create(row.getString("endpoint")), row.getBytes("p256dh"), row.getBytes("auth")),
                        row.getString("device"),
                        Columns.instant(row, "created_at"),
                        row.getObject("sign_in_id", Long.class)))
                .list();
    }

    static boolean remove(Handle tx, UserId user, long id) {
        return tx.createUpdate("delete from push_subscriptions where subscription_id = :id and user_id = :user")
                        .bind("id", id)
                        .bind("user", user)
                        .execute()
                == 1;
    }
}
