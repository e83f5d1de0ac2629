package io.vidstead.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.catalog.ChannelFeed;
import io.vidstead.engagement.SubscriptionStore.Followed;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/subscriptions}: what the caller follows, and what is new there. */
@Path("/api/v1/me/subscriptions")
@RunOnVirtualThread
class FollowedResource {

    private static final String LIST = "followed channels";

    /** A channel in the list. */
    record Channel(
            UserId userId,
            String username,
            String displayName,
            @Nullable String avatarUrl,
            long subscriberCount,
            Bell bell,
            Instant since) {

        static Channel of(Followed followed, Profile profile) {
            return new Channel(
                    profile.userId(),
                    profile.username(),
                    profile.displayName(),
                    profile.avatarUrl(),
                    profile.subscriberCount(),
                    followed.bell(),
                    followed.since());
        }
    }

    /** A part of the list; channels that were switched off are left out. The cursor is null on the last one. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Channels(
            List<Channel> channels,
            boolean hasMore,
            @Nullable String nextCursor) {}

    private final Transactions transactions;
    private final SubscriptionStore store;
    private final Accounts accounts;
    private final ChannelFeed feed;
    private final Cursors cursors;
    private final Caller caller;

    FollowedResource(
            Transactions transactions,
            SubscriptionStore store,
            Accounts accounts,
            ChannelFeed feed,
            SigningKey key,
            Caller caller) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.feed = feed;
        this.cursors = new Cursors(key);
        this.caller = caller;
    }

    /** The latest first. */
    @GET
    public Channels list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        UserId user = caller.require();
        PageRequest request = PageRequest.of(null, limit, cursor);
        List<String> after = request.cursor()
                .map(text -> cursors.read(LIST, text))
                .orElse(List.of(Instant.parse("9999-12-31T00:00:00Z").toString(), "0"));
        List<Followed> read = transactions.read(handle -> store.list(
                handle, user, Instant.parse(after.get(0)), Long.parseLong(after.get(1)), request.limit() + 1));
        boolean more = read.size() > request.limit();
        List<Followed> page = more ? read.subList(0, request.limit()) : read;
        Map<UserId, Profile> profiles =
                accounts.findAll(page.stream().map(Followed::channel).collect(Collectors.toSet()));
        return new Channels(
                page.stream()
                        .flatMap(followed -> Optional.ofNullable(profiles.get(followed.channel()))
                                .map(profile -> Channel.of(followed, profile))
                                .stream())
                        .toList(),
                more,
                more ? cursor(page.getLast()) : null);
    }

    /** The newest first. Three statements, one more while channels are not known yet. */
    @GET
    @Path("videos")
    public ChannelFeed.Page videos(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        UserId user = caller.require();
        PageRequest request = PageRequest.of(null, limit, cursor);
        List<UserId> channels = transactions.read(handle -> store.channelsOf(handle, user, SubscriptionResource.MOST));
        return feed.newest(user, channels, request);
    }

    private String cursor(Followed last) {
        return cursors.write(
                LIST, last.since().toString(), Long.toString(last.channel().value()));
    }
}
