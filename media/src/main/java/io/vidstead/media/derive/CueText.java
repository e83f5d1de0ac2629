package io.vidstead.media.derive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the words of a cue safe: bold, italic and underlined stay, balanced; every other tag, class and annotation goes,
 * its words stay. All else is text.
 */
final class CueText {
    static final int MAX_LENGTH = 1_000;

    private static final Set<String> KEPT = Set.of("b", "i", "u");

    /** A tag, or a time within a cue. Of a tag only the name counts: classes and attributes stand behind it. */
    private static final Pattern TAG = Pattern.compile("<(/?)(?:([A-Za-z]+)|\\d)[^<>]*>");

    /** What ASS puts into words to place and paint them. */
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}]*}");

    private static final Map<String, String> ENTITIES = Map.of(
            "&lt;", "<", "&gt;", ">", "&nbsp;", "\u00a0", "&lrm;", "", "&rlm;", "", "&quot;", "\"", "&#39;", "'");

    private final StringBuilder clean = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private CueText() {}

    /** Empty where no words are left. */
    static String of(String raw) {
        var words = OVERRIDE.matcher(raw.substring(0, Math.min(raw.length(), 4 * MAX_LENGTH)))
                .replaceAll("");
        return new CueText().read(words);
    }

    /** The words of clean text alone. */
    static String plain(String clean) {
        return unescaped(TAG.matcher(clean).replaceAll(""));
    }

    /** Clean text as people write it, as far as that would be read as the same; else as it is. */
    static String editable(String clean) {
        var written = unescaped(clean);
        return of(written).equals(clean) ? written : clean;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String read(String words) {
        var tags = TAG.matcher(words);
        int end = 0;
        boolean any = false;
        while (tags.find()) {
            any |= text(words.substring(end, tags.start()));
            if (tags.group(2) != null) {
                tag(!tags.group(1).isEmpty(), tags.group(2).toLowerCase(Locale.ROOT));
            }
            end = tags.end();
        }
        any |= text(words.substring(end));
        while (!open.isEmpty()) {
            clean.append("</").append(open.pop()).append('>');
        }
        return any ? clean.toString() : "";
    }

    private void tag(boolean closing, String name) {
        if (!KEPT.contains(name)) {
            return;
        }
        if (!closing) {
            open.push(name);
            clean.append('<').append(name).append('>');
        } else if (open.contains(name)) {
            String closed;
            do {
                closed = open.pop();
                clean.append("</").append(closed).append('>');
            } while (!closed.equals(name));
        }
    }

    /** Whether there was anything to read. */
    private boolean text(String words) {
        var plain = words;
        for (var entity : ENTITIES.entrySet()) {
            plain = plain.replace(entity.getKey(), entity.getValue());
        }
        plain = plain.replace("&amp;", "&");
        var text = new StringBuilder();
        plain.codePoints()
                .filter(c -> c == '\n' || PlainText.isText(c))
                .limit(MAX_LENGTH)
                .forEach(text::appendCodePoint);
        clean.append(WebVtt.escape(text.toString()));
        return !text.toString().isBlank();
    }
}
