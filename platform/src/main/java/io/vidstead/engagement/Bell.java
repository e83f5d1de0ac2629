package io.vidstead.engagement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vidstead.kernel.Problem;
import java.util.Arrays;
import java.util.Locale;

/** How much a subscriber wants to be told of a channel. */
public enum Bell {
    /** Of everything. */
    ALL,
    /** Of what is likely to matter to this person. */
    PERSONALISED,
    /** Of nothing; its videos still come in the feed. */
    NONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem caller (bad_bell) */
    @JsonCreator
    public static Bell ofCode(String code) {
        return Arrays.stream(values())
                .filter(bell -> bell.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.caller("bad_bell", "bell must be all, personalised or none."));
    }
}
