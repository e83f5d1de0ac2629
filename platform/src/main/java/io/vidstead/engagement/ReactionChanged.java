package io.vidstead.engagement;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;

/** A user came to think otherwise of a video. The payload of {@link #TOPIC} as JSON; the key is the video's id. */
public record ReactionChanged(VideoId videoId, UserId userId, Reaction reaction) {

    public static final String TOPIC = "video.likes";
}
