package io.vidstead.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Writes and reads opaque cursors: the sort keys of a page's last row under a truncated HMAC.
 *
 * <p>A cursor is bound to its list by a name; one that was altered, or taken from another list, answers 400.
 */
public final class Cursors {

    private static final int TAG_BYTES = 8;
    /** Room for the longest title in any script. */
    private static final int MAX_LENGTH = 4_096;

    private static final String SEPARATOR = "\u001f";

    private final SigningKey key;

    public Cursors(SigningKey key) {
        this.key = key;
    }

    /** @param keys sort keys of the last row, in order; they must not contain U+001F */
    public String write(String list, String... keys) {
        byte[] body = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        byte[] tag = Arrays.copyOf(key.sign(list, body), TAG_BYTES);
        byte[] whole = Arrays.copyOf(tag, TAG_BYTES + body.length);
        System.arraycopy(body, 0, whole, TAG_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * The keys that {@link #write} was given for this list.
     *
     * @throws Problem caller (bad_cursor)
     */
    public List<String> read(String list, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw bad();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw bad();
        }
        if (whole.length < TAG_BYTES) {
            throw bad();
        }
        byte[] body = Arrays.copyOfRange(whole, TAG_BYTES, whole.length);
        byte[] expected = Arrays.copyOf(key.sign(list, body), TAG_BYTES);
        if (!MessageDigest.isEqual(expected, Arrays.copyOf(whole, TAG_BYTES))) {
            throw bad();
        }
        return List.of(new String(body, StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private static Problem bad() {
        return Problem.caller("bad_cursor", "The cursor is not one that this list gave.");
    }
}
