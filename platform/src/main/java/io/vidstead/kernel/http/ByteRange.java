package io.vidstead.kernel.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of a representation a request wants, RFC 9110 section 14. One range is served; several in one request are
 * refused, because answering them costs far more than asking. What is no byte range at all is ignored, as the standard says.
 */
public sealed interface ByteRange {

    /** All of it, status 200. */
    record Whole() implements ByteRange {}

    /** Status 206. */
    record Part(long offset, long length) implements ByteRange {}

    /** Status 416. */
    record Refused() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=[ \\t]*(\\d{0,18})-(\\d{0,18})[ \\t]*", Pattern.CASE_INSENSITIVE);

    /** Reads the {@code Range} header for a representation of {@code size} bytes. Takes constant time. */
    static ByteRange parse(@Nullable String header, long size) {
        if (header == null || !header.regionMatches(true, 0, "bytes=", 0, 6)) {
            return new Whole();
        }
        if (header.indexOf(',') >= 0) {
            return new Refused();
        }
        Matcher range = ONE.matcher(header);
        if (header.length() > 64 || !range.matches()) {
            return new Whole();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        return between(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteRange suffix(long length, long size) {
        long served = Math.min(length, size);
        return served == 0 ? new Refused() : new Part(size - served, served);
    }

    private static ByteRange between(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Refused() : new Part(first, Math.min(last, size - 1) - first + 1);
    }
}
