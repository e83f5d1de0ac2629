package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.Answers.Recommended;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/related}: what goes with a video. */
@Path("/api/v1/videos/{id}/related")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RelatedResource {

    /** The best first. */
    record Related(List<Recommended> related) {}

    private final Catalog catalog;
    private final Recommendations recommendations;
    private final Answers answers;
    private final Caller caller;

    RelatedResource(Catalog catalog, Recommendations recommendations, Answers answers, Caller caller) {
        this.catalog = catalog;
        this.recommendations = recommendations;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    public Related related(@PathParam("id") VideoId id, @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = PageRequest.of(null, limit, null);
        catalog.requireVisible(caller, id);
        return new Related(answers.list(recommendations.beside(caller.userId(), id), page.limit()));
    }
}
