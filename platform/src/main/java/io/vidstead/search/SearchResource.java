package io.vidstead.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.engines.search.SearchIndexException;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/search}: finds what is public; the same for every caller. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SearchResource {

    private final VideoSearch videos;
    private final OtherSearch others;
    private final SuggestionSearch suggestions;
    private final PopularQueries popular;
    private final Caller caller;
    private final Clock clock;

    SearchResource(
            VideoSearch videos,
            OtherSearch others,
            SuggestionSearch suggestions,
            PopularQueries popular,
            Caller caller,
            Clock clock) {
        this.videos = videos;
        this.others = others;
        this.suggestions = suggestions;
        this.popular = popular;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param q words, {@code "phrases"}, {@code -words}, {@code beginnings*}, {@code channel:name}, {@code before:day} and
     *     {@code after:day}
     * @param duration short (below 4 minutes), medium or long (above 20)
     * @param uploaded within the last hour, day, week, month or year
     * @param videoId for comments: those of one video
     */
    @GET
    public SearchAnswers.Page search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("type") @Nullable String type,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("category") @Nullable String category,
            @QueryParam("language") @Nullable String language,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("duration") @Nullable String duration,
            @QueryParam("uploaded") @Nullable String uploaded,
            @QueryParam("resolution") @Nullable String resolution,
            @QueryParam("captions") @Nullable Boolean captions,
            @QueryParam("video_id") @Nullable String videoId,
            @QueryParam("facets") @DefaultValue("false") boolean facets) {
        SearchRequest request = SearchRequest.of(
                q,
                type,
                sort,
                new SearchRequest.Narrowing(
                        category, language, channel, duration, uploaded, resolution, captions, videoId),
                PageRequest.of(page, limit, null),
                facets,
                clock.instant());
        SearchAnswers.Page found =
                answered(() -> request.kind().equals(Kinds.VIDEO) ? videos.search(request) : others.search(request));
        if (!found.results().isEmpty()) {
            popular.asked(caller, request);
        }
        return found;
    }

    @GET
    @Path("suggest")
    public SearchAnswers.Suggestions suggest(@QueryParam("q") @DefaultValue("") String q) {
        return answered(() -> new SearchAnswers.Suggestions(suggestions.suggest(q)));
    }

    /** An index that cannot be read is built anew within seconds. */
    static <T> T answered(Supplier<T> search) {
        try {
            return search.get();
        } catch (SearchIndexException _) {
            throw Problem.unavailable(
                    "search_unavailable", "Searching is not possible at the moment.", Duration.ofSeconds(5));
        }
    }
}
