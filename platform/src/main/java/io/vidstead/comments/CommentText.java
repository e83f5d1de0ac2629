package io.vidstead.comments;

import io.vidstead.kernel.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote: 1 to 10,000 characters (Unicode code points) of plain text, kept as written but for blanks around it
 * and the kind of its line breaks. Its marks (bold, links and so on) are made out where it is shown; here they only
 * leave an excerpt.
 *
 * <p>Control characters are refused, and marks that turn the direction of what follows around, by which a text can look like
 * another; at least one character must be visible.
 */
record CommentText(String value) {

    static final int MAX = 10_000;
    private static final int MAX_MENTIONS = 10;
    private static final int EXCERPT = 140;

    /** Code, bold, italic by stars or underscores, and named links, as the pages read them; no repetition is unbounded. */
    private static final Pattern MARKED = Pattern.compile("`([^`\n]{1,500})`"
            + "|\\*\\*([^*\n]{1,2000})\\*\\*"
            + "|(?<![\\w*])\\*([^\\s*][^*\n]{0,2000})\\*(?![\\w*])"
            + "|(?<!\\w)_([^\\s_][^_\n]{0,2000})_(?!\\w)"
            + "|\\[([^\\[\\]\n]{1,200})]\\(https?://[^\\s()<>\"']{1,2000}\\)");

    /** A user name, as the pages read it; a full stop behind one ends a sentence. */
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.-])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,48}[A-Za-z0-9_-])?)");

    /** @throws Problem caller ({@code invalid_comment}) */
    static CommentText of(@Nullable String content) {
        String text = content == null ? "" : content.replace("\r\n", "\n").strip();
        if (text.codePoints().noneMatch(CommentText::visible)) {
            throw invalid("must not be blank");
        }
        if (text.codePointCount(0, text.length()) > MAX) {
            throw invalid("must have at most " + MAX + " characters");
        }
        if (text.codePoints().anyMatch(CommentText::forbidden)) {
            throw invalid("must not contain control characters");
        }
        return new CommentText(text);
    }

    /** The names behind {@code @} in lower case, in their order; the first ten. */
    Set<String> mentioned() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(value);
        while (names.size() < MAX_MENTIONS && matcher.find()) {
            names.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** One line of it, without the signs of its markup, which mail and messages do not read. */
    static String excerpt(String text) {
        String line = MARKED.matcher(text).replaceAll(CommentText::plain).replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT - 1)) + "…";
    }

    private static String plain(MatchResult marked) {
        return IntStream.rangeClosed(1, marked.groupCount())
                .mapToObj(marked::group)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Matcher::quoteReplacement)
                .orElseThrow();
    }

    private static boolean visible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && !Character.isISOControl(c)
                && c != 0x2800 // the blank of Braille
                && c != 0x3164
                && c != 0x115f
                && c != 0x1160
                && c != 0xffa0; // fillers of Hangul
    }

    private static boolean forbidden(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0x202d
                || c == 0x202e;
    }

    private static Problem invalid(String message) {
        return Problem.caller("invalid_comment", "The comment " + message + ".")
                .with("errors", List.of(java.util.Map.of("field", "content", "message", "content " + message)));
    }
}
