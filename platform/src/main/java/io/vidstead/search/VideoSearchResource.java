package io.vidstead.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.engines.search.QueryText;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.VideoId;
import io.vidstead.search.SearchAnswers.Moment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/search}: where something is said in one video. Of videos that are not public, nothing is known. */
@Path("/api/v1/videos/{id}/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VideoSearchResource {

    private final Catalog catalog;
    private final Moments moments;
    private final Caller caller;

    VideoSearchResource(Catalog catalog, Moments moments, Caller caller) {
        this.catalog = catalog;
        this.moments = moments;
        this.caller = caller;
    }

    @GET
    public SearchAnswers.Moments search(
            @PathParam("id") VideoId id,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit) {
        int most = PageRequest.of(1, limit, null).limit();
        QueryText asked = SearchRequest.text(q);
        catalog.requireVisible(caller, id);
        List<Moment> found = SearchResource.answered(() -> moments.in(asked, id, most + 1));
        return new SearchAnswers.Moments(found.stream().limit(most).toList(), found.size() > most);
    }
}
