package io.vidstead.notifications;

import io.vidstead.comments.CommentId;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.UserId;
import io.vidstead.notifications.NotificationStore.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tells people things, in the caller's transaction; their open pages hear of it after its commit. */
@ApplicationScoped
class Notifier {

    /** When the mails of the day are sent, UTC. */
    private static final LocalTime DIGEST = LocalTime.of(7, 0);

    private final Ids ids;
    private final Broadcasts broadcasts;
    private final Clock clock;

    Notifier(Ids ids, Broadcasts broadcasts, Clock clock) {
        this.ids = ids;
        this.broadcasts = broadcasts;
        this.clock = clock;
    }

    /** Tells one person, once. */
    void tell(Handle tx, UserId user, Notice notice) {
        tellAll(tx, Map.of(user, true), notice);
    }

    /**
     * Tells many people at once, each once.
     *
     * @param recipients whether mail and push may be used for them
     */
    void tellAll(Handle tx, Map<UserId, Boolean> recipients, Notice notice) {
        List<Recipient> rows = recipients.entrySet().stream()
                .filter(entry -> !isActor(entry.getKey(), notice))
                .map(entry -> new Recipient(ids.newNumber(), entry.getKey(), entry.getValue()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<UserId> shown = NotificationStore.insertAll(tx, notice, rows, now, nextDigest(now));
        announce(tx, shown, notice.kind());
    }

    /** Tells one person of a comment; comments of one subject are gathered in one notification. */
    void gather(Handle tx, UserId user, Notice notice) {
        CommentId comment = notice.comment().orElseThrow();
        UserId actor = notice.actor().orElseThrow();
        if (isActor(user, notice)) {
            return;
        }
        Instant now = clock.instant();
        Optional<Long> before = NotificationStore.find(tx, user, notice.kind(), notice.subject());
        if (before.isEmpty()) {
            tell(tx, user, notice);
        }
        Optional<Long> found =
                before.isPresent() ? before : NotificationStore.find(tx, user, notice.kind(), notice.subject());
        if (found.isEmpty()) {
            return; // wanted by no way
        }
        long id = found.get();
        if (!NotificationStore.addSource(tx, id, comment, actor, notice.detail().orElse(""), now)) {
            return;
        }
        if (before.isPresent()) {
            NotificationStore.bringUp(tx, id, notice.kind(), ids.newNumber(), now);
            NotificationStore.queueAgain(tx, id, notice.kind(), now, nextDigest(now));
            announce(tx, List.of(user), notice.kind());
        }
        NotificationStore.refresh(tx, id);
    }

    /** The comment is gone, or nobody may see it any more. */
    void retract(Handle tx, CommentId comment) {
        NotificationStore.removeSource(tx, comment).forEach(id -> NotificationStore.refresh(tx, id));
    }

    private void announce(Handle tx, List<UserId> users, Kind kind) {
        tx.afterCommit(() ->
                users.forEach(user -> broadcasts.send(Broadcasts.ofUser(user), "notification", Map.of("kind", kind))));
    }

    private static boolean isActor(UserId user, Notice notice) {
        return notice.actor().filter(user::equals).isPresent();
    }

    static Instant nextDigest(Instant now) {
        Instant today = now.atZone(ZoneOffset.UTC).with(DIGEST).toInstant();
        return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
    }
}
