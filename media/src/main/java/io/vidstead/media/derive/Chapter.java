package io.vidstead.media.derive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a video with a name.
 *
 * @param title one line of plain text, not empty
 */
public record Chapter(Duration start, String title) {
    /** Chapters of one video. */
    public static final int MAX_COUNT = 500;

    private static final int MAX_TITLE = 120;
    private static final Duration LEAST = Duration.ofSeconds(1);

    public Chapter {
        if (start.isNegative() || title.isEmpty()) {
            throw new IllegalArgumentException("chapter at " + start);
        }
    }

    /** The title as a chapter may carry it; empty where nothing is left of it. */
    public static String title(String words) {
        return PlainText.line(words, MAX_TITLE);
    }

    /**
     * What a container says, made sound: in order, none shorter than a second nor behind the end, the first from the very
     * beginning. One chapter alone is none.
     */
    static List<Chapter> ordered(List<Chapter> found, Duration length) {
        var chapters = new ArrayList<Chapter>();
        for (var chapter : found.stream()
                .sorted(Comparator.comparing(Chapter::start))
                .limit(MAX_COUNT)
                .toList()) {
            if (chapters.isEmpty()) {
                chapters.add(new Chapter(Duration.ZERO, chapter.title()));
            } else if (chapter.start().minus(chapters.getLast().start()).compareTo(LEAST) >= 0
                    && length.minus(chapter.start()).compareTo(LEAST) >= 0) {
                chapters.add(chapter);
            }
        }
        return chapters.size() < 2 ? List.of() : List.copyOf(chapters);
    }

    /**
     * The WebVTT file of kind {@code chapters}: one cue a chapter, each until the next.
     *
     * @param chapters in order of time
     */
    public static String toWebVtt(List<Chapter> chapters, Duration length) {
        var cues = new WebVtt.Writer();
        for (int i = 0; i < chapters.size(); i++) {
            var end = i + 1 < chapters.size() ? chapters.get(i + 1).start() : length;
            cues.add(chapters.get(i).start(), end, WebVtt.escape(chapters.get(i).title()));
        }
        return cues.toString();
    }
}
