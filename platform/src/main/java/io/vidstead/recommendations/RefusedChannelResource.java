package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.recommendations.ChoiceStore.Refusal;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/channels/{username}/not-recommended}: channels that are not to be offered to the caller. */
@Path("/api/v1/channels/{username}/not-recommended")
@RunOnVirtualThread
class RefusedChannelResource {

    private final Accounts accounts;
    private final Tastes tastes;
    private final Caller caller;

    RefusedChannelResource(Accounts accounts, Tastes tastes, Caller caller) {
        this.accounts = accounts;
        this.tastes = tastes;
        this.caller = caller;
    }

    /** From now on none of its videos is offered to the caller, subscribed or not. */
    @PUT
    public void refuse(@PathParam("username") String username) {
        UserId user = caller.require();
        tastes.refuse(user, new Refusal.OfChannel(channel(username)));
    }

    @DELETE
    public void allow(@PathParam("username") String username) {
        UserId user = caller.require();
        tastes.allow(user, new Refusal.OfChannel(channel(username)));
    }

    private UserId channel(String username) {
        return accounts.byUsername(username)
                .map(Profile::userId)
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
    }
}
