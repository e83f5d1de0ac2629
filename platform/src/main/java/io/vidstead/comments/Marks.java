package io.vidstead.comments;

import io.vidstead.catalog.Video;
import io.vidstead.comments.CommentEvent.Kind;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people set on a comment that is there: votes, the pin, the heart, reports. All of it may be set twice to no effect. */
@ApplicationScoped
class Marks {

    private final Transactions transactions;
    private final CommentStore comments;
    private final RoomStore rooms;
    private final VoteStore votes;
    private final CommentPages pages;
    private final Journal journal;
    private final Clock clock;

    Marks(
            Transactions transactions,
            CommentStore comments,
            RoomStore rooms,
            VoteStore votes,
            CommentPages pages,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.comments = comments;
        this.rooms = rooms;
        this.votes = votes;
        this.pages = pages;
        this.journal = journal;
        this.clock = clock;
    }

    /** Waits for nobody but those who vote on the same comment. */
    VoteStore.Counts vote(Video video, Comment comment, UserId user, int vote) {
        return transactions.call(tx -> {
            pages.changed(tx, video.id());
            VoteStore.Counts counts = votes.vote(tx, comment.id(), user, vote, clock.instant());
            journal.tell(
                    tx,
                    "comment.liked",
                    comment,
                    Map.of("like_count", counts.likes(), "dislike_count", counts.dislikes()));
            if (counts.changed() > 0) {
                journal.record(tx, Kind.LIKED, comment, video.owner(), user, List.of());
            }
            return counts;
        });
    }

    /** One comment of a video is pinned at most: this one takes the other's place. */
    void pin(Video video, CommentId id, UserId by, boolean pinned) {
        transactions.run(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            Comment comment = alive(tx, id);
            if (comment.parent() != null) {
                throw Problem.caller("not_a_thread", "Only a comment that begins a thread can be pinned.");
            }
            if (!pinned) {
                if (rooms.unpin(tx, video.id(), id)) {
                    journal.tell(tx, "comment.pinned", comment, Map.of("is_pinned", false));
                }
                return;
            }
            rooms.pin(tx, video.id(), id);
            journal.record(tx, Kind.PINNED, comment, video.owner(), by, List.of());
            journal.tell(tx, "comment.pinned", comment, Map.of("is_pinned", true));
        });
    }

    void heart(Video video, CommentId id, UserId by, boolean hearted) {
        transactions.run(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            Comment comment = alive(tx, id);
            if (comment.hearted() == hearted) {
                return;
            }
            comments.setHearted(tx, id, hearted);
            if (hearted) {
                journal.record(tx, Kind.HEARTED, comment, video.owner(), by, List.of());
            }
            journal.show(tx, "comment.edited", alive(tx, id));
        });
    }

    void report(Video video, CommentId id, UserId by, String reason, String note) {
        transactions.run(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            comments.report(tx, alive(tx, id).id(), by, reason, note, clock.instant());
        });
    }

    /** The comment with its pin and the reader's own vote; two statements. */
    CommentLists.Listed marked(Handle handle, Comment comment, Optional<UserId> reader) {
        boolean pinned = comment.parent() == null && rooms.isPinned(handle, comment.video(), comment.id());
        int vote = reader.map(user -> votes.find(handle, comment.id(), user)).orElse(0);
        return new CommentLists.Listed(pinned ? CommentLists.Place.PINNED : CommentLists.Place.LISTED, comment, vote);
    }

    private Comment alive(Handle tx, CommentId id) {
        return comments.find(tx, id).filter(Comment::alive).orElseThrow(Threads::notFound);
    }
}
