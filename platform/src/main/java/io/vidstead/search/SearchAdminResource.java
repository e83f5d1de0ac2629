package io.vidstead.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;

/** {@code /api/v1/admin/search}: how the index is, and having it built anew. */
@Path("/api/v1/admin/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SearchAdminResource {

    private final IndexKeeper keeper;
    private final Caller caller;

    SearchAdminResource(IndexKeeper keeper, Caller caller) {
        this.keeper = keeper;
        this.caller = caller;
    }

    @GET
    public IndexKeeper.Status status() {
        caller.require(Role.ADMINISTRATOR);
        return keeper.status();
    }

    /** Searches go on with what there is. */
    @POST
    @Path("rebuild")
    @ResponseStatus(202)
    public IndexKeeper.Status rebuild() {
        caller.require(Role.ADMINISTRATOR);
        keeper.rebuild();
        return keeper.status();
    }
}
