package io.vidstead.engines.mail;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A letter in two forms, of which the reader's program chooses one.
 *
 * @param key of at most 200 characters; the same key is the same mail
 * @param to one address, without a name
 * @param text the plain form
 * @param html the other form, a whole document
 * @param headers beyond the usual ones, such as {@code List-Unsubscribe}
 */
public record Mail(String key, String to, String subject, String text, String html, Map<String, String> headers) {

    /** The regular expression of addresses that mail is sent to: plain ones, without quotes and without numbers for a host. */
    public static final String ADDRESS = "[^\\s<>,;:\"()\\[\\]\\\\@]+@[^\\s<>,;:\"()\\[\\]\\\\@]+";

    private static final int MAX_KEY = 200;
    private static final Pattern ADDRESS_PATTERN = Pattern.compile(ADDRESS);
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public Mail {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new IllegalArgumentException("a mail's key has 1 to " + MAX_KEY + " characters");
        }
        if (!isAddress(to)) {
            throw new IllegalArgumentException("not an address");
        }
        if (CONTROL.matcher(subject).find()) {
            throw new IllegalArgumentException("a subject is one line");
        }
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!HEADER.matcher(name).matches() || CONTROL.matcher(value).find()) {
                throw new IllegalArgumentException("a header is one line: " + name);
            }
        });
    }

    public static boolean isAddress(String text) {
        return ADDRESS_PATTERN.matcher(text).matches();
    }
}
