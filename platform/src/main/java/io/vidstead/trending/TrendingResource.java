package io.vidstead.trending;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideos;
import io.vidstead.catalog.VideoCard;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.trending.Trends.Trend;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/trending}: what many different people watch now. */
@Path("/api/v1/videos/trending")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TrendingResource {

    /** More are looked at than shown, for those that were hidden a moment ago. */
    private static final int SPARE = 20;

    record Trending(@JsonUnwrapped VideoCard card, long likeCount, double trendingScore) {}

    /** The highest score first. */
    record Listed(List<Trending> trending) {}

    private final Trends trends;
    private final PublicVideos videos;
    private final Caller caller;

    TrendingResource(Trends trends, PublicVideos videos, Caller caller) {
        this.trends = trends;
        this.videos = videos;
        this.caller = caller;
    }

    @GET
    public Listed list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("time_range") @DefaultValue("day") String timeRange,
            @QueryParam("limit") @Nullable Integer limit) {
        int wanted = PageRequest.of(null, limit, null).limit();
        List<Trend> all = trends.list(
                TimeRange.of(timeRange), Optional.ofNullable(category).map(TrendingResource::category));
        List<Trend> looked = all.subList(0, Math.min(all.size(), wanted + SPARE));
        Map<VideoId, VideoCard> cards = videos.cards(
                caller, looked.stream().map(trend -> trend.video().id()).toList());
        List<Trending> shown = new ArrayList<>();
        for (Trend trend : looked) {
            VideoCard card = cards.get(trend.video().id());
            if (card != null && shown.size() < wanted) {
                double score = Math.max(0.0001, Math.round(trend.score() * 10_000) / 10_000.0);
                shown.add(new Trending(card, trend.video().likes(), score));
            }
        }
        return new Listed(shown);
    }

    private static Category category(String code) {
        return Category.find(code).orElseThrow(() -> Problem.caller("bad_category", "There is no such category."));
    }
}
