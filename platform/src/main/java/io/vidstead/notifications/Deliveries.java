package io.vidstead.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code notification_deliveries}: what is still to be sent. */
final class Deliveries {

    /** @param attempts that failed */
    record Delivery(Notification notification, int attempts) {}

    private Deliveries() {}

    static List<Delivery> due(Handle handle, Way way, Instant now, int limit) {
        return handle.createQuery("select d.attempts, " + NotificationStore.COLUMNS + """
                        from notification_deliveries d join notifications n on n.notification_id = d.notification_id
                        where d.way = :way and d.due_at <= :now order by d.due_at limit :limit
                        """)
                .bind("way", way.code())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, _) -> new Delivery(NotificationStore.notification(row), row.getInt("attempts")))
                .list();
    }

    /** What was brought up again since it was read here stays queued. */
    static void done(Handle tx, Way way, Collection<Delivery> deliveries) {
        tx.createUpdate("""
                        with settled as (
                            select n.notification_id from unnest(:ids, :positions) as s (id, position)
                            join notifications n on n.notification_id = s.id and n.position = s.position
                            for update of n)
                        delete from notification_deliveries d using settled
                        where d.way = :way and d.notification_id = settled.notification_id
                        """)
                .bind("way", way.code())
                .bindArray("ids", Long.class, ids(deliveries))
                .bindArray(
                        "positions",
                        Long.class,
                        deliveries.stream()
                                .map(one -> one.notification().position())
                                .toList())
                .execute();
    }

    static void later(Handle tx, Way way, Collection<Delivery> deliveries, Instant due) {
        tx.createUpdate("""
                        update notification_deliveries set due_at = :due, attempts = attempts + 1
                        where way = :way and notification_id = any (:ids)
                        """)
                .bind("due", due.atOffset(ZoneOffset.UTC))
                .bind("way", way.code())
                .bindArray("ids", Long.class, ids(deliveries))
                .execute();
    }

    private static List<Long> ids(Collection<Delivery> deliveries) {
        return deliveries.stream().map(one -> one.notification().id()).toList();
    }
}
