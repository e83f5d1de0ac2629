package io.vidstead.recommendations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Category;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.recommendations.Answers.HomeRow;
import io.vidstead.recommendations.Answers.Recommended;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/recommendations}: what to watch next, for anybody. */
@Path("/api/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecommendationResource {

    /** The best first. */
    record Listed(List<Recommended> recommendations) {}

    /** The home page. */
    record Home(List<HomeRow> rows) {}

    private final Recommendations recommendations;
    private final Answers answers;
    private final Caller caller;

    RecommendationResource(Recommendations recommendations, Answers answers, Caller caller) {
        this.recommendations = recommendations;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    public Listed list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("category") @Nullable String category) {
        PageRequest page = PageRequest.of(null, limit, null);
        Optional<Category> only = Optional.ofNullable(category).map(RecommendationResource::category);
        return new Listed(answers.list(recommendations.list(caller.userId(), only), page.limit()));
    }

    @GET
    @Path("home")
    public Home home() {
        return new Home(answers.rows(recommendations.home(caller.userId())));
    }

    static Category category(String code) {
        return Category.find(code).orElseThrow(() -> Problem.caller("bad_category", "There is no such category."));
    }
}
