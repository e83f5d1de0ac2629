package io.vidstead.engagement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.Problem;
import java.util.Arrays;

/** What a user thinks of a video. */
public enum Reaction {
    LIKE("like", 1),
    DISLIKE("dislike", -1),
    /** Nothing, or what was said was taken back. */
    NONE("none", 0);

    private final String code;
    private final int stored;

    Reaction(String code, int stored) {
        this.code = code;
        this.stored = stored;
    }

    @JsonValue
    public String code() {
        return code;
    }

    @JsonCreator
    static Reaction ofCode(String code) {
        return Arrays.stream(values())
                .filter(r -> r.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Of a request's {@code action}: like, dislike or remove.
     *
     * @throws Problem caller (bad_action)
     */
    static Reaction ofAction(String action) {
        return switch (action) {
            case "like" -> LIKE;
            case "dislike" -> DISLIKE;
            case "remove" -> NONE;
            default -> throw Problem.caller("bad_action", "action must be like, dislike or remove.");
        };
    }

    static Reaction ofStored(int stored) {
        return Arrays.stream(values())
                .filter(r -> r.stored == stored)
                .findFirst()
                .orElseThrow();
    }

    int stored() {
        return stored;
    }
}
