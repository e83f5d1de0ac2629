package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.ChoiceStore.Refusal;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /api/v1/videos/{id}/not-interested}: videos that are not to be offered to the caller. */
@Path("/api/v1/videos/{id}/not-interested")
@RunOnVirtualThread
class NotInterestedResource {

    private final Catalog catalog;
    private final Tastes tastes;
    private final Caller caller;

    NotInterestedResource(Catalog catalog, Tastes tastes, Caller caller) {
        this.catalog = catalog;
        this.tastes = tastes;
        this.caller = caller;
    }

    /** From now on it is offered nowhere to the caller. */
    @PUT
    public void refuse(@PathParam("id") VideoId id) {
        UserId user = caller.require();
        catalog.requireVisible(caller, id);
        tastes.refuse(user, new Refusal.OfVideo(id));
    }

    /** Takes that back. */
    @DELETE
    public void allow(@PathParam("id") VideoId id) {
        UserId user = caller.require();
        catalog.requireVisible(caller, id);
        tastes.allow(user, new Refusal.OfVideo(id));
    }
}
