package io.vidstead.comments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a comment: the payload of the topic {@link #TOPIC}, whose key is the video's id. Who did it is the
 * envelope's actor; it is absent where nobody did, as when rules hold a comment.
 *
 * <p>A comment that is held for review comes as {@link Kind#HELD} first and, once somebody approved it, as
 * {@link Kind#APPROVED}, never as {@link Kind#POSTED}: who tells people of new comments reads both.
 *
 * @param parentId the comment that it answers
 * @param parentAuthor who wrote that
 * @param mentions who is named in it; of an edited comment: only those who were not named before
 * @param excerpt its text as written, without line breaks, cut at 140 characters
 */
public record CommentEvent(
        Kind kind,
        CommentId commentId,
        VideoId videoId,
        UserId videoOwner,
        UserId author,
        @Nullable CommentId parentId,
        @Nullable UserId parentAuthor,
        List<UserId> mentions,
        String excerpt) {

    public static final String TOPIC = "video.comments";

    public CommentEvent {
        mentions = List.copyOf(mentions);
    }

    /** What happened. */
    public enum Kind {
        POSTED,
        EDITED,
        DELETED,
        APPROVED,
        HELD,
        REJECTED,
        PINNED,
        HEARTED,
        LIKED;

        @JsonCreator
        public static Kind fromString(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
