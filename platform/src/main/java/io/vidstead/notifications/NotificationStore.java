package io.vidstead.notifications;

import static io.vidstead.kernel.Columns.instant;
import static io.vidstead.kernel.Columns.longOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.comments.CommentId;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code notifications} and {@code notification_sources}. */
final class NotificationStore {

    static final String COLUMNS = """
            n.notification_id, n.user_id, n.kind, n.subject, n.position, n.video_id, n.comment_id, n.actor, n.actors,
            n.amount, n.detail, n.happened_at, n.read_at
            """;

    /**
     * Somebody to be told.
     *
     * @param loud whether mail and push may be used too
     */
    record Recipient(long notificationId, UserId user, boolean loud) {}

    private NotificationStore() {}

    /**
     * Tells all of them what they have not been told yet, and queues mail and push as each of them wants: one statement.
     *
     * @param tomorrow when digests are due
     * @return whose inbox shows something new
     */
    static List<UserId> insertAll(Handle tx, Notice notice, List<Recipient> recipients, Instant now, Instant tomorrow) {
        var statement = tx.createQuery("""
                with wanted as (
                    select r.id, r.user_id, coalesce(p.in_app, :inApp) as in_app,
                           r.loud and coalesce(p.email, :email) as email,
                           r.loud and coalesce(p.push, :push)
                               and exists (select from push_subscriptions b where b.user_id = r.user_id) as push,
                           coalesce(s.digest, 'at_once') as digest
                    from unnest(:ids, :users, :loud) as r (id, user_id, loud)
                    left join notification_preferences p on p.user_id = r.user_id and p.kind = :kind
                    left join notification_settings s on s.user_id = r.user_id),
                inserted as (
                    insert into notifications (notification_id, user_id, kind, subject, position, in_app, video_id,
                                               comment_id, actor, amount, detail, happened_at)
                    select id, user_id, :kind, :subject, id, in_app, :video, :comment, :actor, :amount, :detail, :now
                    from wanted where in_app or email or push
                    on conflict (user_id, kind, subject) do nothing
                    returning notification_id, user_id, in_app),
                queued as (
                    insert into notification_deliveries (notification_id, way, due_at)
                    select w.id, way.name, case when way.name = 'email' and w.digest = 'daily' then :tomorrow else :now end
                    from wanted w join inserted i on i.notification_id = w.id
                    cross join lateral (values ('email', w.email), ('push', w.push)) as way (name, wanted)
                    where way.wanted)
                select user_id from inserted where in_app
                """);
        bind(statement, notice, now);
        return statement
                .bind("tomorrow", tomorrow.atOffset(ZoneOffset.UTC))
                .bindArray(
                        "ids",
                        Long.class,
                        recipients.stream().map(Recipient::notificationId).toList())
                .bindArray(
                        "users",
                        Long.class,
                        recipients.stream().map(r -> r.user().value()).toList())
                .bindArray(
                        "loud",
                        Boolean.class,
                        recipients.stream().map(Recipient::loud).toList())
                .map((row, _) -> Columns.userId(row, "user_id"))
                .list();
    }

    private static void bind(SqlStatement<?> statement, Notice notice, Instant now) {
        Ways defaults = notice.kind().defaults();
        statement
                .bind("inApp", defaults.inApp())
                .bind("email", defaults.email())
                .bind("push", defaults.push())
                .bind("kind", notice.kind().code())
                .bind("subject", notice.subject())
                .bind("video", notice.video().map(VideoId::value).orElse(null))
                .bind("comment", notice.comment().map(CommentId::value).orElse(null))
                .bind("actor", notice.actor().map(UserId::value).orElse(null))
                .bind("amount", notice.amount().orElse(null))
                .bind("detail", notice.detail().orElse(null))
                .bind("now", now.atOffset(ZoneOffset.UTC));
    }

    static Optional<Long> find(Handle tx, UserId user, Kind kind, String subject) {
        return tx.createQuery("""
                        select notification_id from notifications
                        where user_id = :user and kind = :kind and subject = :subject for update
                        """)
                .bind("user", user)
                .bind("kind", kind.code())
                .bind("subject", subject)
                .mapTo(Long.class)
                .findOne();
    }

    /** False when the comment is in it already. */
    static boolean addSource(
            Handle tx, long notification, CommentId comment, UserId actor, String detail, Instant now) {
        return tx.createUpdate("""
                        insert into notification_sources (notification_id, comment_id, actor, detail, added_at)
                        values (:notification, :comment, :actor, :detail, :now) on conflict do nothing
                        """)
                        .bind("notification", notification)
                        .bind("comment", comment.value())
                        .bind("actor", actor)
                        .bind("detail", detail)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Brings it up again, unread, also if it was removed. */
    static void bringUp(Handle tx, long notification, Kind kind, long position, Instant now) {
        tx.createUpdate("""
                        update notifications n
                        set position = :position, happened_at = :now, read_before = coalesce(read_at, read_before),
                            read_at = null,
                            in_app = coalesce((select p.in_app from notification_preferences p
                                               where p.user_id = n.user_id and p.kind = n.kind), :inApp)
                        where n.notification_id = :notification
                        """)
                .bind("inApp", kind.defaults().inApp())
                .bind("notification", notification)
                .bind("position", position)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Queues mail and push for one that was brought up; what is queued already stays as it is. */
    static void queueAgain(Handle tx, long notification, Kind kind, Instant now, Instant tomorrow) {
        tx.createUpdate("""
                        insert into notification_deliveries (notification_id, way, due_at)
                        select n.notification_id, way.name,
                               case when way.name = 'email' and s.digest = 'daily' then :tomorrow else :now end
                        from notifications n
                        left join notification_preferences p on p.user_id = n.user_id and p.kind = n.kind
                        left join notification_settings s on s.user_id = n.user_id
                        cross join lateral (values
                            ('email', coalesce(p.email, :email)),
                            ('push', coalesce(p.push, :push)
                                and exists (select from push_subscriptions b where b.user_id = n.user_id)))
                            as way (name, wanted)
                        where n.notification_id = :notification and way.wanted
                        on conflict do nothing
                        """)
                .bind("notification", notification)
                .bind("email", kind.defaults().email())
                .bind("push", kind.defaults().push())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("tomorrow", tomorrow.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * Takes a comment out of whatever gathers it.
     *
     * @return those notifications
     */
    static List<Long> removeSource(Handle tx, CommentId comment) {
        return tx.createQuery("delete from notification_sources where comment_id = :comment returning notification_id")
                .bind("comment", comment.value())
                .mapTo(Long.class)
                .list();
    }

    static void editSource(Handle tx, CommentId comment, String detail) {
        tx.createUpdate("update notification_sources set detail = :detail where comment_id = :comment")
                .bind("comment", comment.value())
                .bind("detail", detail)
                .execute();
        tx.createUpdate("""
                        update notifications n set detail = :detail
                        from notification_sources s
                        where s.comment_id = :comment and n.notification_id = s.notification_id
                          and n.comment_id = s.comment_id and n.kind <> 'moderation'
                        """)
                .bind("comment", comment.value())
                .bind("detail", detail)
                .execute();
    }

    /** Makes it show its latest comment, and how many people there were since it was read; without comments it goes. */
    static void refresh(Handle tx, long notification) {
        tx.createUpdate("""
                        update notifications n
                        set comment_id = latest.comment_id, actor = latest.actor, detail = latest.detail,
                            actors = greatest(1, (select count(distinct s.actor) from notification_sources s
                                where s.notification_id = n.notification_id
                                  and s.added_at > coalesce(n.read_before, '-infinity')))
                        from (select comment_id, actor, detail from notification_sources
                              where notification_id = :notification order by added_at desc, comment_id desc limit 1) latest
                        where n.notification_id = :notification
                        """).bind("notification", notification).execute();
        tx.createUpdate("""
                        delete from notifications n
                        where n.notification_id = :notification
                          and not exists (select from notification_sources s where s.notification_id = n.notification_id)
                        """).bind("notification", notification).execute();
    }

    /** All that is told of a video goes; what its owner was told stays if {@code but} is its owner. */
    static void removeVideo(Handle tx, VideoId video, Optional<UserId> but) {
        tx.createUpdate("delete from notifications where video_id = :video and user_id is distinct from :but")
                .bind("video", video)
                .bind("but", but.map(UserId::value).orElse(null))
                .execute();
    }

    static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getLong("notification_id"),
                Columns.userId(row, "user_id"),
                Kind.fromCode(row.getString("kind")),
                row.getString("subject"),
                row.getLong("position"),
                text(row, "video_id").map(VideoId::new),
                Optional.ofNullable(longOrNull(row, "comment_id")).map(CommentId::new),
                Optional.ofNullable(longOrNull(row, "actor")).map(UserId::new),
                row.getInt("actors"),
                Optional.ofNullable(longOrNull(row, "amount")),
                text(row, "detail"),
                instant(row, "happened_at"),
                Optional.ofNullable(Columns.instantOrNull(row, "read_at")));
    }
}
