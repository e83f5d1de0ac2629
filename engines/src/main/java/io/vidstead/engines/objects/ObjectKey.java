package io.vidstead.engines.objects;

import java.util.regex.Pattern;

/**
 * The name of an object: segments of letters, digits, {@code . _ -} with {@code /} between them.
 *
 * <p>No segment is empty or starts with a dot, so no key can climb out of its store, hide a file or be mistaken for an
 * option with a path in front. At most {@value #MAX_LENGTH} characters, {@value #MAX_SEGMENT} a segment.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {

    public static final int MAX_LENGTH = 512;
    public static final int MAX_SEGMENT = 200;

    private static final Pattern VALID =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})*");

    /** @throws IllegalArgumentException when the value is not a key */
    public ObjectKey {
        if (value.length() > MAX_LENGTH || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an object key");
        }
    }

    /** The key of these segments. */
    public static ObjectKey of(String first, String... more) {
        return new ObjectKey(more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    /** The last segment. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
