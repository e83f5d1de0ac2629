package io.vidstead.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.comments.CommentEvent;
import io.vidstead.comments.CommentId;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Tells people of comments. It commits by itself, before the log notes how far it came, so that pages hear of it at once;
 * an event that comes again finds its comment gathered already.
 */
@ApplicationScoped
class CommentNotices implements EventConsumer {

    private final Transactions transactions;
    private final Catalog catalog;
    private final Notifier notifier;
    private final ObjectMapper json;

    CommentNotices(Transactions transactions, Catalog catalog, Notifier notifier, ObjectMapper json) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.notifier = notifier;
        this.json = json;
    }

    @Override
    public String group() {
        return "notifications.comments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(CommentEvent.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        for (Event event : events) {
            CommentEvent comment = json.readValue(event.payload(), CommentEvent.class);
            Optional<UserId> actor = Optional.ofNullable(event.actor()).flatMap(UserId::parse);
            Optional<Video> video = catalog.find(comment.videoId());
            transactions.run(tx -> new Telling(tx, comment, actor, video).tell());
        }
    }

    /** One event, in its transaction. */
    private final class Telling {

        private final Handle tx;
        private final CommentEvent comment;
        private final Optional<UserId> actor;
        private final Optional<Video> video;
        private final Set<UserId> told = new HashSet<>();

        Telling(Handle tx, CommentEvent comment, Optional<UserId> actor, Optional<Video> video) {
            this.tx = tx;
            this.comment = comment;
            this.actor = actor;
            this.video = video;
            told.add(comment.author());
        }

        void tell() {
            switch (comment.kind()) {
                case POSTED -> posted();
                case APPROVED -> {
                    posted();
                    toAuthor(Kind.MODERATION, "approved");
                }
                case REJECTED -> {
                    notifier.retract(tx, comment.commentId());
                    toAuthor(Kind.MODERATION, "rejected");
                }
                case DELETED, HELD -> notifier.retract(tx, comment.commentId());
                case EDITED -> {
                    NotificationStore.editSource(tx, comment.commentId(), comment.excerpt());
                    mentions();
                }
                case HEARTED -> toAuthor(Kind.HEART, comment.excerpt());
                case PINNED, LIKED -> {}
            }
        }

        /** Who is answered hears of the answer only, not of being named in it as well. */
        private void posted() {
            CommentId parent = comment.parentId();
            UserId answered = comment.parentAuthor();
            if (parent != null && answered != null && told.add(answered)) {
                gather(answered, Kind.REPLY, parent.toString(), comment.author(), comment.excerpt());
            }
            mentions();
            if (told.add(comment.videoOwner())) {
                String subject = comment.videoId().value();
                gather(comment.videoOwner(), Kind.COMMENT, subject, comment.author(), comment.excerpt());
            }
        }

        private void mentions() {
            for (UserId named : comment.mentions()) {
                if (told.add(named)) {
                    String subject = comment.commentId().toString();
                    gather(named, Kind.MENTION, subject, comment.author(), comment.excerpt());
                }
            }
        }

        /** What was done to a comment by nobody, as rules do, was done for the video's owner. */
        private void toAuthor(Kind kind, String detail) {
            UserId by = actor.orElse(comment.videoOwner());
            gather(comment.author(), kind, comment.commentId().toString(), by, detail);
        }

        private void gather(UserId user, Kind kind, String subject, UserId by, String detail) {
            if (video.filter(found -> Sight.maySee(found, user)).isPresent()) {
                Notice notice = Notice.ofComment(kind, subject, comment.videoId(), comment.commentId(), by, detail);
                notifier.gather(tx, user, notice);
            }
        }
    }
}
