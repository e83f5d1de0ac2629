package io.vidstead.comments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.moderation.Moderation;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/comments}: what waits for the caller below their own videos, and how their channel takes comments. */
@Path("/api/v1/me/comments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReviewResource {

    /** @param video null where the caller may not see it any more */
    record Waiting(CommentPayload comment, @Nullable VideoCard video) {}

    /** What waits. */
    record Queue(List<Waiting> comments, Pagination pagination) {}

    /** @param watchedWords comments with one of these are held */
    record ChannelSettings(String policy, List<String> watchedWords) {}

    /** What is null stays as it is. */
    record Change(@Nullable String policy, @Nullable List<String> watchedWords) {}

    private final Transactions transactions;
    private final ReviewStore waiting;
    private final RoomStore rooms;
    private final CommentRenderer renderer;
    private final Moderation moderation;
    private final VideoCards cards;
    private final Cursors cursors;
    private final Caller caller;

    ReviewResource(
            Transactions transactions,
            ReviewStore waiting,
            RoomStore rooms,
            CommentRenderer renderer,
            Moderation moderation,
            VideoCards cards,
            SigningKey key,
            Caller caller) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.rooms = rooms;
        this.renderer = renderer;
        this.moderation = moderation;
        this.cards = cards;
        this.cursors = new Cursors(key);
        this.caller = caller;
    }

    /** @param state held, rejected or reported */
    @GET
    @Path("queue")
    public Queue queue(
            @QueryParam("state") @DefaultValue("held") String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UserId owner = caller.require();
        ReviewFilter filter = ReviewFilter.of(state);
        PageRequest page = PageRequest.of(null, limit, cursor);
        String list = "comment queue " + owner + " " + filter;
        long before = page.cursor()
                .map(text -> Long.parseLong(cursors.read(list, text).getFirst()))
                .orElse(Long.MAX_VALUE);
        List<Comment> read = transactions.read(handle -> waiting.list(handle, owner, filter, before, page.limit() + 1));
        long total = transactions.read(handle -> waiting.count(handle, owner, filter));
        boolean more = read.size() > page.limit();
        List<Comment> shown = more ? read.subList(0, page.limit()) : read;
        String next =
                more ? cursors.write(list, Long.toString(shown.getLast().id().value())) : null;
        return new Queue(rendered(owner, shown), new Pagination(1, page.limit(), total, more, next));
    }

    @GET
    @Path("settings")
    public ChannelSettings settings() {
        return settings(caller.require());
    }

    @PATCH
    @Path("settings")
    public ChannelSettings change(@NotNull Change change) {
        UserId owner = caller.require();
        Optional<Policy> policy = Optional.ofNullable(change.policy()).map(Policy::fromString);
        transactions.run(tx -> {
            policy.ifPresent(wanted -> rooms.setChannelPolicy(tx, owner, wanted));
            if (change.watchedWords() != null) {
                moderation.watch(tx, owner, change.watchedWords());
            }
        });
        return settings(owner);
    }

    private ChannelSettings settings(UserId owner) {
        Policy policy = transactions.read(handle -> rooms.channelPolicy(handle, owner));
        return new ChannelSettings(policy.toString(), moderation.watchedWords(owner));
    }

    private List<Waiting> rendered(UserId owner, List<Comment> comments) {
        var videos = cards.find(caller, comments.stream().map(Comment::video).collect(Collectors.toSet()));
        List<CommentPayload> payloads = renderer.page(
                comments.stream()
                        .map(comment -> new CommentLists.Listed(CommentLists.Place.LISTED, comment, 0))
                        .toList(),
                new Reader(Optional.of(owner), true, false));
        return payloads.stream()
                .map(payload -> {
                    VideoId video = payload.videoId();
                    return new Waiting(payload, videos.get(video));
                })
                .toList();
    }
}
