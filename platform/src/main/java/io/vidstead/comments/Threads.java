package io.vidstead.comments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.CountChange;
import io.vidstead.catalog.Video;
import io.vidstead.comments.CommentEvent.Kind;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.moderation.Moderation;
import io.vidstead.moderation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes comments: posts, edits, deletes, and moves them from state to state. All of a video's changes go one after the other
 * under the lock of its room, which keeps counts and events exact and in order.
 */
@ApplicationScoped
class Threads {

    private final Transactions transactions;
    private final CommentStore comments;
    private final RoomStore rooms;
    private final Versions versions;
    private final Catalog catalog;
    private final Accounts accounts;
    private final Moderation moderation;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    Threads(
            Transactions transactions,
            CommentStore comments,
            RoomStore rooms,
            Versions versions,
            Catalog catalog,
            Accounts accounts,
            Moderation moderation,
            Journal journal,
            Ids ids,
            Clock clock,
            ObjectMapper json) {
        this.transactions = transactions;
        this.comments = comments;
        this.rooms = rooms;
        this.versions = versions;
        this.catalog = catalog;
        this.accounts = accounts;
        this.moderation = moderation;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** @param requestKey a name that the client gave; what was posted under it before is answered again */
    Comment post(
            Video video,
            Reader author,
            UserId user,
            CommentText text,
            @Nullable CommentId answers,
            Optional<String> requestKey) {
        Optional<Comment> before =
                requestKey.flatMap(key -> transactions.read(handle -> postedBefore(handle, video, user, key)));
        if (before.isPresent()) {
            return before.get();
        }
        List<UserId> mentions = resolve(text);
        Verdict verdict =
                author.reviews() ? Verdict.harmless() : moderation.judge(video.owner(), user, text.value(), false);
        return transactions.call(tx -> {
            Policy policy = rooms.lock(tx, video.id(), video.owner());
            // The room's lock has let the same request through first, if it came twice at once.
            Optional<Comment> first = requestKey.flatMap(key -> postedBefore(tx, video, user, key));
            if (first.isPresent()) {
                return first.get();
            }
            if (policy == Policy.CLOSED) {
                throw closed();
            }
            Comment parent = answers == null ? null : requireParent(tx, video, answers);
            Verdict whole = policy == Policy.HELD && !author.reviews() ? heldByOwner(verdict) : verdict;
            Comment comment = fresh(video, user, text, mentions, parent, whole);
            comments.insert(tx, comment, requestKey.orElse(null));
            if (comment.alive()) {
                appeared(tx, video.owner(), comment, Kind.POSTED, user);
            } else {
                journal.record(tx, kind(comment.state()), comment, video.owner(), null, List.of());
            }
            return comment;
        });
    }

    /** @throws Problem conflict when somebody else's edit came first */
    Comment edit(Video video, Comment seen, UserId user, CommentText text) {
        if (text.value().equals(seen.content())) {
            return seen;
        }
        List<UserId> mentions = resolve(text);
        Verdict verdict = user.equals(video.owner())
                ? Verdict.harmless()
                : moderation.judge(video.owner(), user, text.value(), true);
        versions.keep(seen);
        return transactions.call(tx -> {
            Policy policy = rooms.lock(tx, video.id(), video.owner());
            Comment before = require(tx, seen.id());
            if (before.version() != seen.version()) {
                throw Problem.conflict("edited_meanwhile", "The comment was edited meanwhile.")
                        .status(412);
            }
            comments.edit(tx, before.id(), text.value(), mentions, clock.instant());
            Verdict whole = policy == Policy.HELD && !user.equals(video.owner()) ? heldByOwner(verdict) : verdict;
            if (before.alive() && whole.outcome() != Verdict.Outcome.APPROVED) {
                comments.setReasons(tx, before.id(), reasons(whole), whole.score());
                return move(tx, video.owner(), require(tx, before.id()), state(whole), null);
            }
            Comment after = require(tx, before.id());
            List<UserId> added = mentions.stream()
                    .filter(name -> !before.mentions().contains(name))
                    .toList();
            if (after.alive()) {
                journal.record(tx, Kind.EDITED, after, video.owner(), user, added);
                journal.show(tx, "comment.edited", after);
            }
            return after;
        });
    }

    /** Done twice it is done once. */
    void delete(Video video, CommentId id, UserId by) {
        boolean gone = transactions.call(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            Comment comment = comments.find(tx, id).orElseThrow(Threads::notFound);
            if (comment.deleted() != null) {
                return false;
            }
            comments.delete(tx, id, clock.instant());
            rooms.unpin(tx, video.id(), id);
            journal.record(tx, Kind.DELETED, comment, video.owner(), by, List.of());
            if (comment.alive()) {
                disappeared(tx, comment);
            }
            return true;
        });
        if (gone) {
            versions.forget(id);
        }
    }

    /** A reviewer's decision; the owner's own teach their channel's judge. */
    Comment review(Video video, CommentId id, UserId by, boolean keep) {
        return transactions.call(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            Comment comment = require(tx, id);
            State wanted = keep ? State.APPROVED : State.REJECTED;
            if (by.equals(video.owner()) && (comment.state() != wanted || comment.reports() > 0)) {
                moderation.learn(tx, video.owner(), comment.content(), keep);
            }
            comments.clearReports(tx, id);
            return comment.state() == wanted ? require(tx, id) : move(tx, video.owner(), comment, wanted, by);
        });
    }

    /** @throws Problem not found, also for what was deleted */
    Comment require(Handle handle, CommentId id) {
        return comments.find(handle, id)
                .filter(comment -> comment.deleted() == null)
                .orElseThrow(Threads::notFound);
    }

    private Comment move(Handle tx, UserId owner, Comment before, State next, @Nullable UserId by) {
        comments.setState(tx, before.id(), next);
        Comment after = require(tx, before.id());
        if (after.alive()) {
            appeared(tx, owner, after, Kind.APPROVED, by);
        } else {
            journal.record(tx, kind(next), after, owner, by, List.of());
            if (before.alive()) {
                rooms.unpin(tx, before.video(), before.id());
                disappeared(tx, before);
            }
        }
        return after;
    }

    private void appeared(Handle tx, UserId owner, Comment comment, Kind kind, @Nullable UserId by) {
        count(tx, comment, 1);
        journal.record(tx, kind, comment, owner, by, comment.mentions());
        journal.show(tx, "comment.posted", comment);
    }

    private void disappeared(Handle tx, Comment comment) {
        count(tx, comment, -1);
        journal.tell(tx, "comment.deleted", comment, Map.of("reply_count", comment.replies()));
    }

    private void count(Handle tx, Comment comment, int number) {
        rooms.add(tx, comment.video(), comment.parent() == null ? number : 0, number);
        if (comment.parent() != null) {
            comments.addReplies(tx, comment, number);
        }
        catalog.addCounts(tx, Map.of(comment.video(), CountChange.ofComments(number)));
        journal.counted(tx, comment.video());
    }

    private Comment fresh(
            Video video,
            UserId user,
            CommentText text,
            List<UserId> mentions,
            @Nullable Comment parent,
            Verdict verdict) {
        return new Comment(
                new CommentId(ids.newNumber()),
                video.id(),
                user,
                parent == null ? null : parent.id(),
                parent == null ? null : parent.root() == null ? parent.id() : parent.root(),
                parent == null ? null : parent.author(),
                text.value(),
                mentions,
                1,
                state(verdict),
                reasons(verdict),
                verdict.score(),
                false,
                0,
                0,
                0,
                0,
                0,
                clock.instant(),
                null,
                null);
    }

    private Optional<Comment> postedBefore(Handle handle, Video video, UserId user, String requestKey) {
        Optional<Comment> before = comments.findByRequest(handle, user, requestKey);
        if (before.filter(comment -> !comment.video().equals(video.id())).isPresent()) {
            throw Problem.conflict("idempotency_key_used", "This Idempotency-Key was used for another video.");
        }
        return before;
    }

    private Comment requireParent(Handle tx, Video video, CommentId id) {
        return comments.find(tx, id)
                .filter(comment -> comment.video().equals(video.id()) && comment.alive())
                .orElseThrow(() -> Problem.notFound("parent_not_found", "There is no such comment to answer."));
    }

    private List<UserId> resolve(CommentText text) {
        return text.mentioned().stream()
                .map(accounts::byUsername)
                .flatMap(Optional::stream)
                .map(Profile::userId)
                .toList();
    }

    private static Verdict heldByOwner(Verdict verdict) {
        return verdict.outcome() == Verdict.Outcome.APPROVED
                ? new Verdict(
                        Verdict.Outcome.HELD,
                        verdict.score(),
                        List.of(new Verdict.Reason("all_held", 0, "every comment waits for the owner")))
                : verdict;
    }

    private String reasons(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict.reasons());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons are plain records", e);
        }
    }

    private static State state(Verdict verdict) {
        return switch (verdict.outcome()) {
            case APPROVED -> State.APPROVED;
            case HELD -> State.HELD;
            case REJECTED -> State.REJECTED;
        };
    }

    private static Kind kind(State state) {
        return switch (state) {
            case APPROVED -> Kind.APPROVED;
            case HELD -> Kind.HELD;
            case REJECTED -> Kind.REJECTED;
        };
    }

    private static Problem closed() {
        return Problem.forbidden("comments_closed", "Comments are closed for this video.");
    }

    static Problem notFound() {
        return Problem.notFound("comment_not_found", "There is no such comment.");
    }
}
