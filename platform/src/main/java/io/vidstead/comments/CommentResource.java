package io.vidstead.comments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/comments/{id}}: what people do with one comment. What the caller may not see, because of its video or
 * because it is held, answers 404; what they see and may not do answers 403.
 */
@Path("/api/v1/comments/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CommentResource {

    private static final Set<String> REPORT_REASONS =
            Set.of("spam", "harassment", "hate", "violence", "sexual", "misinformation", "other");
    private static final int MAX_NOTE = 500;

    /** @param version of the comment that was edited; where it is given, another's edit is not overwritten */
    record Edited(@Nullable String content, @Nullable Integer version) {}

    /** @param action like, dislike or remove ({@code none} is another word for that) */
    record Voted(@Nullable String action) {}

    /** What they are now. */
    record Votes(boolean success, int likeCount, int dislikeCount) {}

    /** @param reason one of spam, harassment, hate, violence, sexual, misinformation, other */
    record Reported(@Nullable String reason, @Nullable String note) {}

    /** @param decision approve or reject */
    record Reviewed(@Nullable String decision) {}

    /** Newest first, without the present one. */
    record History(List<Versions.Version> versions) {}

    private record Found(Video video, Comment comment, Reader reader) {}

    private final Catalog catalog;
    private final Transactions transactions;
    private final CommentStore comments;
    private final CommentRenderer renderer;
    private final Threads threads;
    private final Marks marks;
    private final Versions versions;
    private final CommentLimits limits;
    private final Caller caller;

    CommentResource(
            Catalog catalog,
            Transactions transactions,
            CommentStore comments,
            CommentRenderer renderer,
            Threads threads,
            Marks marks,
            Versions versions,
            CommentLimits limits,
            Caller caller) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.comments = comments;
        this.renderer = renderer;
        this.threads = threads;
        this.marks = marks;
        this.versions = versions;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    public CommentPayload find(@PathParam("id") CommentId id) {
        Found found = require(id);
        return payload(found, found.comment());
    }

    @PATCH
    public CommentPayload edit(@PathParam("id") CommentId id, @NotNull Edited edited) {
        UserId user = caller.require();
        Found found = require(id);
        if (!found.reader().wrote(found.comment())) {
            throw Problem.forbidden("not_the_author", "Only who wrote a comment may edit it.");
        }
        CommentText text = CommentText.of(edited.content());
        if (edited.version() != null && edited.version() != found.comment().version()) {
            throw Problem.conflict("edited_meanwhile", "The comment was edited meanwhile.")
                    .status(412);
        }
        limits.write(user);
        return payload(found, threads.edit(found.video(), found.comment(), user, text));
    }

    @DELETE
    public void delete(@PathParam("id") CommentId id) {
        UserId user = caller.require();
        Found found = find(id, false);
        if (!found.reader().wrote(found.comment()) && !found.reader().reviews()) {
            throw Problem.forbidden("not_yours", "Only its author, the video's owner and moderators may delete it.");
        }
        threads.delete(found.video(), id, user);
    }

    /** What it said before; for its author and those who review it. */
    @GET
    @Path("versions")
    public History versions(@PathParam("id") CommentId id) {
        caller.require();
        Found found = require(id);
        if (!found.reader().wrote(found.comment())) {
            found.reader().requireReviewer();
        }
        return new History(versions.list(found.comment()));
    }

    @POST
    @Path("like")
    public Votes vote(@PathParam("id") CommentId id, @NotNull Voted voted) {
        UserId user = caller.require();
        int vote = switch (String.valueOf(voted.action())) {
            case "like" -> 1;
            case "dislike" -> -1;
            case "remove", "none" -> 0;
            default -> throw Problem.caller("bad_action", "action must be like, dislike or remove.");
        };
        Found found = requireAlive(id);
        limits.mark(user);
        VoteStore.Counts counts = marks.vote(found.video(), found.comment(), user, vote);
        return new Votes(true, counts.likes(), counts.dislikes());
    }

    @POST
    @Path("pin")
    public void pin(@PathParam("id") CommentId id) {
        UserId user = caller.require();
        marks.pin(owned(id), id, user, true);
    }

    @DELETE
    @Path("pin")
    public void unpin(@PathParam("id") CommentId id) {
        UserId user = caller.require();
        marks.pin(owned(id), id, user, false);
    }

    @POST
    @Path("heart")
    public void heart(@PathParam("id") CommentId id) {
        UserId user = caller.require();
        marks.heart(owned(id), id, user, true);
    }

    @DELETE
    @Path("heart")
    public void unheart(@PathParam("id") CommentId id) {
        UserId user = caller.require();
        marks.heart(owned(id), id, user, false);
    }

    /** One report a person; later ones change nothing. */
    @POST
    @Path("report")
    public void report(@PathParam("id") CommentId id, @NotNull Reported reported) {
        UserId user = caller.require();
        String reason = String.valueOf(reported.reason());
        String note = reported.note() == null ? "" : reported.note().strip();
        if (!REPORT_REASONS.contains(reason)) {
            throw Problem.caller("bad_reason", "reason must be one of " + String.join(", ", REPORT_REASONS) + ".");
        }
        if (note.length() > MAX_NOTE || note.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw Problem.caller("bad_note", "note must have at most " + MAX_NOTE + " characters and no control ones.");
        }
        Found found = requireAlive(id);
        limits.mark(user);
        marks.report(found.video(), id, user, reason, note);
    }

    @POST
    @Path("review")
    public CommentPayload review(@PathParam("id") CommentId id, @NotNull Reviewed reviewed) {
        UserId user = caller.require();
        boolean keep = switch (String.valueOf(reviewed.decision())) {
            case "approve" -> true;
            case "reject" -> false;
            default -> throw Problem.caller("bad_decision", "decision must be approve or reject.");
        };
        Found found = require(id);
        found.reader().requireReviewer();
        return payload(found, threads.review(found.video(), id, user, keep));
    }

    private Video owned(CommentId id) {
        Found found = requireAlive(id);
        found.reader().requireOwner();
        return found.video();
    }

    private Found require(CommentId id) {
        return find(id, true);
    }

    private Found requireAlive(CommentId id) {
        Found found = require(id);
        if (!found.comment().alive()) {
            throw Threads.notFound();
        }
        return found;
    }

    /** @param there whether one that was deleted is not found; who deletes it a second time is told that it is gone */
    private Found find(CommentId id, boolean there) {
        Comment comment = transactions.read(handle -> comments.find(handle, id)).orElseThrow(Threads::notFound);
        Video video = visible(comment);
        Reader reader = Reader.of(caller, video);
        boolean seen = reader.sees(comment) || (!there && comment.deleted() != null);
        if (!seen) {
            throw Threads.notFound();
        }
        return new Found(video, comment, reader);
    }

    /** Not even that there is a comment is told of a video that the caller may not see. */
    private Video visible(Comment comment) {
        try {
            return catalog.requireVisible(caller, comment.video());
        } catch (Problem _) {
            throw Threads.notFound();
        }
    }

    private CommentPayload payload(Found found, Comment comment) {
        return renderer.one(
                transactions.read(handle -> marks.marked(handle, comment, caller.userId())), found.reader());
    }
}
