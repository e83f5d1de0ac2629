package io.vidstead.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.catalog.Author;
import io.vidstead.comments.CommentId;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What searches are answered. */
final class SearchAnswers {

    private SearchAnswers() {}

    /** Something that was found. */
    sealed interface Result {}

    /**
     * A page of results.
     *
     * @param didYouMean what was searched for in the place of words that nothing has; null where all are known
     * @param semantic whether meaning was searched too; false while the model is away, and for what has none
     * @param facets counts by value over all that was found by words; null unless asked for
     */
    record Page(
            List<Result> results,
            Pagination pagination,
            @Nullable String didYouMean,
            boolean semantic,
            @Nullable Map<String, List<Facet>> facets) {}

    /** A value and how often it was found. */
    record Facet(String value, long count) {}

    /**
     * A video.
     *
     * @param relevanceScore 0 to 1, comparable within one answer
     * @param highlights of the title, and the best part of the description
     * @param moments where what was asked for is said, the best first
     */
    record VideoResult(
            VideoId videoId,
            String title,
            String description,
            long duration,
            @Nullable String thumbnailUrl,
            @Nullable String thumbnailPlaceholder,
            @Nullable String previewUrl,
            long viewCount,
            Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable String category,
            Author user,
            double relevanceScore,
            Highlights highlights,
            List<Moment> moments)
            implements Result {}

    record Highlights(Snippet title, Snippet description) {}

    /**
     * A place in a video.
     *
     * @param start seconds
     * @param language of the captions; null where nobody said
     */
    record Moment(
            double start,
            double end,
            Snippet snippet,
            @Nullable String language) {}

    record ChannelResult(
            UserId userId,
            String username,
            String channelName,
            Snippet description,
            @Nullable String avatarUrl,
            long subscriberCount,
            Instant createdAt,
            double relevanceScore)
            implements Result {}

    record PlaylistResult(
            String playlistId,
            String title,
            Snippet description,
            int videoCount,
            Author user,
            Instant createdAt,
            double relevanceScore)
            implements Result {}

    record CommentResult(
            CommentId commentId,
            VideoId videoId,
            String videoTitle,
            Snippet content,
            Author user,
            int likeCount,
            Instant createdAt,
            double relevanceScore)
            implements Result {}

    /** All places in one video, in the order of time. */
    record Moments(List<Moment> moments, boolean hasMore) {}

    /** @param kind {@code video}, {@code channel} or {@code playlist} */
    record Suggestion(String text, String kind) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Suggestions(List<Suggestion> suggestions) {}
}
