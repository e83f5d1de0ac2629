package io.vidstead.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A video's public name: 11 characters of base64url that carry 64 random bits.
 *
 * <p>The last character holds four bits only, so that every id has exactly one spelling.
 */
public record VideoId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]");

    public VideoId {
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.notFound("video_not_found", "There is no such video.");
        }
    }

    public static VideoId random(RandomGenerator random) {
        byte[] bits = ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).array();
        return new VideoId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads a path or query parameter; what is no id answers 404, like an id that does not exist. */
    @JsonCreator
    public static VideoId fromString(String text) {
        return new VideoId(text);
    }

    /** Reads text that need not be an id. */
    public static Optional<VideoId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new VideoId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
