package io.vidstead.uploads;

import io.vidstead.kernel.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header Content-Range of a chunk (RFC 9110, 14.4).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte
 * @param total size of the whole
 */
record ContentRange(long first, long last, long total) {

    private static final Pattern SYNTAX = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** @throws Problem when it is absent, malformed or contradicts itself */
    static ContentRange parse(@Nullable String header) {
        Matcher match = SYNTAX.matcher(header == null ? "" : header.strip());
        if (!match.matches()) {
            throw bad();
        }
        ContentRange range = new ContentRange(
                Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), Long.parseLong(match.group(3)));
        if (range.first > range.last) {
            throw bad();
        }
        return range;
    }

    /** The declared size in the range must be the upload's. */
    void requireWithin(Upload upload) {
        if (total != upload.declaredSize()) {
            throw Problem.caller("wrong_total", "The upload was declared to have another size.")
                    .status(total > upload.declaredSize() ? 413 : 400)
                    .with("total_bytes", upload.declaredSize());
        }
    }

    private static Problem bad() {
        return Problem.caller(
                "bad_content_range", "A chunk needs a header such as Content-Range: bytes 0-5242879/104857600.");
    }
}
