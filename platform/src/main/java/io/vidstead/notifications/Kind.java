package io.vidstead.notifications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What a notification is about, with what people get who have not chosen. */
enum Kind {
    /** A channel that they subscribed to published a video. */
    NEW_VIDEO(new Ways(true, false, true)),
    /** Somebody commented on their video. */
    COMMENT(new Ways(true, false, true)),
    /** Somebody answered their comment. */
    REPLY(new Ways(true, true, true)),
    /** Somebody named them in a comment. */
    MENTION(new Ways(true, true, true)),
    /** The creator of a video gave their comment a heart. */
    HEART(new Ways(true, false, true)),
    /** Their video or channel has reached a round number. */
    MILESTONE(new Ways(true, false, true)),
    /** What became of their comment that was looked at. */
    MODERATION(new Ways(true, true, false)),
    /** Their video has all its qualities. */
    PROCESSING_FINISHED(new Ways(true, false, true)),
    /** Their video could not be processed. */
    PROCESSING_FAILED(new Ways(true, true, true));

    private final Ways defaults;

    Kind(Ways defaults) {
        this.defaults = defaults;
    }

    Ways defaults() {
        return defaults;
    }

    static Kind fromCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @JsonCreator
    static Kind fromString(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.caller("unknown_kind", "There is no such kind of notification."));
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
