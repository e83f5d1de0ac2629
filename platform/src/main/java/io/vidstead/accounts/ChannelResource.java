package io.vidstead.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Answers.Channel;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.Optional;

/** Channels, as anybody sees them, and how the caller stands to them. */
@Path("/api/v1/channels/{username}")
@RunOnVirtualThread
class ChannelResource {

    private final Transactions transactions;
    private final Instance<ChannelVideos> videos;
    private final Instance<ChannelSubscribers> subscribers;
    private final Caller caller;

    ChannelResource(
            Transactions transactions,
            Instance<ChannelVideos> videos,
            Instance<ChannelSubscribers> subscribers,
            Caller caller) {
        this.transactions = transactions;
        this.videos = videos;
        this.subscribers = subscribers;
        this.caller = caller;
    }

    @GET
    public Channel channel(@PathParam("username") String username) {
        User user = transactions
                .read(db -> UserStore.findByUsername(db, username.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
        return Channel.of(
                user,
                videos.isResolvable() ? videos.get().publicCount(user.id()) : 0,
                subscription(user.id()).orElse(null));
    }

    private Optional<String> subscription(UserId channel) {
        return subscribers.isResolvable()
                ? caller.userId().flatMap(viewer -> subscribers.get().bell(viewer, channel))
                : Optional.empty();
    }
}
