package io.vidstead.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hypersistence.tsid.TSID;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.comments.CommentId;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/notifications}: the inbox of the signed-in user. A page costs three statements while caches are warm. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NotificationResource {

    private static final String LIST = "notifications";

    private final Transactions transactions;
    private final VideoCards videos;
    private final Accounts accounts;
    private final Broadcasts broadcasts;
    private final Cursors cursors;
    private final Clock clock;
    private final Caller caller;

    NotificationResource(
            Transactions transactions,
            VideoCards videos,
            Accounts accounts,
            Broadcasts broadcasts,
            SigningKey key,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.videos = videos;
        this.accounts = accounts;
        this.broadcasts = broadcasts;
        this.cursors = new Cursors(key);
        this.clock = clock;
        this.caller = caller;
    }

    /** Who did it last. */
    record Actor(
            UserId userId,
            String username,
            String displayName,
            @Nullable String avatarUrl) {}

    /**
     * @param actors how many people did it since it was read
     * @param amount of a milestone
     * @param detail an excerpt of the comment, or a code: {@code approved}, {@code rejected}, {@code views}, {@code
     *     subscribers} or why processing failed
     * @param video null when it is gone, or may not be seen any more
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            String id,
            Kind kind,
            Instant happenedAt,
            boolean read,
            @Nullable Actor actor,
            int actors,
            @Nullable Long amount,
            @Nullable String detail,
            @Nullable CommentId commentId,
            @Nullable VideoCard video) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(
            List<Entry> notifications, int unread, @Nullable String nextCursor) {}

    /** @param unread at most 100 */
    record Count(int unread) {}

    @GET
    public Page list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("unread") @DefaultValue("false") boolean unreadOnly) {
        UserId user = caller.require();
        PageRequest request = PageRequest.of(null, limit, cursor);
        OptionalLong below = request.cursor()
                .map(text ->
                        OptionalLong.of(Long.parseLong(cursors.read(LIST, text).getFirst())))
                .orElse(OptionalLong.empty());
        List<Notification> found =
                transactions.read(db -> Inbox.list(db, user, unreadOnly, below, request.limit() + 1));
        List<Notification> page = found.subList(0, Math.min(found.size(), request.limit()));
        String next = found.size() > page.size()
                ? cursors.write(LIST, String.valueOf(page.getLast().position()))
                : null;
        return new Page(entries(page), transactions.read(db -> Inbox.unread(db, user)), next);
    }

    private List<Entry> entries(List<Notification> page) {
        Map<VideoId, VideoCard> cards = videos.find(
                caller, page.stream().flatMap(one -> one.video().stream()).collect(Collectors.toSet()));
        Map<UserId, Profile> people = accounts.findAll(
                page.stream().flatMap(one -> one.actor().stream()).collect(Collectors.toSet()));
        return page.stream().map(one -> entry(one, cards, people)).toList();
    }

    /** Of what may not be seen any more, nothing is told but that there was something. */
    private static Entry entry(Notification one, Map<VideoId, VideoCard> cards, Map<UserId, Profile> people) {
        VideoCard video = one.video().map(cards::get).orElse(null);
        boolean gone = one.video().isPresent() && video == null;
        return new Entry(
                TSID.from(one.id()).toString(),
                one.kind(),
                one.happened(),
                one.read().isPresent(),
                gone
                        ? null
                        : one.actor()
                                .map(people::get)
                                .map(NotificationResource::actor)
                                .orElse(null),
                one.actors(),
                one.amount().orElse(null),
                gone ? null : one.detail().orElse(null),
                gone ? null : one.comment().orElse(null),
                video);
    }

    private static Actor actor(Profile profile) {
        return new Actor(profile.userId(), profile.username(), profile.displayName(), profile.avatarUrl());
    }

    @GET
    @Path("unread")
    public Count unread() {
        UserId user = caller.require();
        return new Count(transactions.read(db -> Inbox.unread(db, user)));
    }

    @POST
    @Path("read")
    public void readAll() {
        UserId user = caller.require();
        transactions.run(tx -> {
            Inbox.readAll(tx, user, clock.instant());
            tellOtherPages(tx, user);
        });
    }

    @POST
    @Path("{id}/read")
    public void read(@PathParam("id") String id) {
        UserId user = caller.require();
        transactions.run(tx -> {
            requireFound(Inbox.read(tx, user, number(id), clock.instant()));
            tellOtherPages(tx, user);
        });
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        UserId user = caller.require();
        transactions.run(tx -> {
            requireFound(Inbox.remove(tx, user, number(id), clock.instant()));
            tellOtherPages(tx, user);
        });
    }

    private void tellOtherPages(Handle tx, UserId user) {
        tx.afterCommit(() -> broadcasts.send(Broadcasts.ofUser(user), "notification", Map.of("kind", "read")));
    }

    private static long number(String id) {
        return Optional.of(id)
                .filter(TSID::isValid)
                .map(text -> TSID.from(text).toLong())
                .orElseThrow(NotificationResource::notFound);
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw notFound();
        }
    }

    private static Problem notFound() {
        return Problem.notFound("notification_not_found", "There is no such notification.");
    }
}
