package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Answers.Recommended;
import io.vidstead.recommendations.ChoiceStore.Refusal;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}}: what goes with a video, and "not interested" in it. */
@Path("/api/v1/videos/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RelatedResource {

    /** The best first. */
    @Schema(name = "RelatedVideos")
    record Related(List<Recommended> related) {}

    private final Catalog catalog;
    private final Recommendations recommendations;
    private final Tastes tastes;
    private final Answers answers;
    private final Caller caller;

    RelatedResource(
            Catalog catalog, Recommendations recommendations, Tastes tastes, Answers answers, Caller caller) {
        this.catalog = catalog;
        this.recommendations = recommendations;
        this.tastes = tastes;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Path("related")
    public Related related(@PathParam("id") VideoId id, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = PageRequest.of(null, limit, null);
        catalog.requireVisible(caller, id);
        return new Related(answers.list(recommendations.beside(caller.userId(), id), page.limit()));
    }

    /** From now on it is offered nowhere to the caller. */
    @PUT
    @Path("not-interested")
    public void refuse(@PathParam("id") VideoId id) {
        UserId user = caller.require();
        catalog.requireVisible(caller, id);
        tastes.refuse(user, new Refusal.OfVideo(id));
    }

    /** Takes that back. */
    @DELETE
    @Path("not-interested")
    public void allow(@PathParam("id") VideoId id) {
        UserId user = caller.require();
        catalog.requireVisible(caller, id);
        tastes.allow(user, new Refusal.OfVideo(id));
    }
}
