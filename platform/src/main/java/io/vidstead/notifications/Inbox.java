package io.vidstead.notifications;

import io.vidstead.kernel.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** A person's notifications on the site. Every statement names the person, so nobody reaches another's. */
final class Inbox {

    /** More unread ones than this are not counted one by one. */
    static final int COUNTED = 100;

    private Inbox() {}

    static List<Notification> list(Handle handle, UserId user, boolean unreadOnly, OptionalLong below, int limit) {
        return handle.createQuery("select " + NotificationStore.COLUMNS + """
                        from notifications n
                        where n.user_id = :user and n.in_app and n.position < :below
                          and (not :unread or n.read_at is null)
                        order by n.position desc limit :limit
                        """)
                .bind("user", user)
                .bind("below", below.orElse(Long.MAX_VALUE))
                .bind("unread", unreadOnly)
                .bind("limit", limit)
                .map((row, _) -> NotificationStore.notification(row))
                .list();
    }

    /** At most {@link #COUNTED}. */
    static int unread(Handle handle, UserId user) {
        return handle.createQuery("""
                        select count(*) from (
                            select from notifications where user_id = :user and in_app and read_at is null limit :limit) n
                        """)
                .bind("user", user)
                .bind("limit", COUNTED)
                .mapTo(Integer.class)
                .one();
    }

    /** False when there is no such notification of theirs. */
    static boolean read(Handle tx, UserId user, long id, Instant now) {
        return tx.createUpdate("""
                        update notifications set read_at = coalesce(read_at, :now)
                        where notification_id = :id and user_id = :user and in_app
                        """)
                        .bind("id", id)
                        .bind("user", user)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    static int readAll(Handle tx, UserId user, Instant now) {
        return tx.createUpdate("""
                        update notifications set read_at = :now
                        where user_id = :user and in_app and read_at is null
                        """)
                .bind("user", user)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Nobody sees it any more; it stays known, so that the same thing is not told again. */
    static boolean remove(Handle tx, UserId user, long id, Instant now) {
        return tx.createUpdate("""
                        update notifications set in_app = false, read_at = coalesce(read_at, :now)
                        where notification_id = :id and user_id = :user and in_app
                        """)
                        .bind("id", id)
                        .bind("user", user)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }
}
