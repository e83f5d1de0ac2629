package io.vidstead.comments;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as an answer shows it. The text is plain and as written; what is bold in it, or a link, is for the page to say.
 *
 * @param rootId the comment that begins the thread; null for that one itself
 * @param user null where the text may not be seen: it was deleted, or is held, and only its replies are shown
 * @param replyCount comments below it, at any depth
 * @param status {@code approved}, {@code held} or {@code rejected}
 * @param reasons why it is held or was rejected; for its author and those who review it
 * @param myVote {@code like}, {@code dislike} or {@code none}
 * @param inReplyTo who wrote what it answers
 * @param mentions the people whose names stand behind an {@code @} in it
 * @param replies the first of those who answer it
 */
record CommentPayload(
        CommentId commentId,
        VideoId videoId,
        @Nullable CommentId parentId,
        @Nullable CommentId rootId,
        @Nullable Person user,
        String content,
        int likeCount,
        int dislikeCount,
        int replyCount,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean isEdited,
        boolean isPinned,
        boolean isHearted,
        boolean isDeleted,
        int version,
        String status,
        List<Why> reasons,
        String myVote,
        @Nullable Person inReplyTo,
        List<Person> mentions,
        int reportCount,
        List<CommentPayload> replies) {

    /** Somebody, as comments show them. */
    record Person(
            UserId userId,
            String username,
            String displayName,
            @Nullable String avatarUrl) {

        static Person of(UserId user, @Nullable Profile profile) {
            return profile == null
                    ? new Person(user, "", "", null)
                    : new Person(user, profile.username(), profile.displayName(), profile.avatarUrl());
        }
    }

    /** One thing that speaks against a text. */
    record Why(String code, double weight, String detail) {
        static Why of(JsonNode reason) {
            return new Why(
                    reason.path("code").asText(),
                    reason.path("weight").asDouble(),
                    reason.path("detail").asText());
        }
    }
}
