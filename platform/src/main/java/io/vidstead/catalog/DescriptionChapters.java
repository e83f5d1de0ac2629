package io.vidstead.catalog;

import io.vidstead.media.derive.Chapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chapters that an owner writes into a description: lines with a time at their beginning or end. As people know it from
 * elsewhere, they count only if there are at least three, the first at 0:00, each later than the one before and none
 * shorter than ten seconds.
 */
final class DescriptionChapters {

    private static final int LEAST_COUNT = 3;
    private static final Duration LEAST_LENGTH = Duration.ofSeconds(10);

    private static final String TIME = "(?:(\\d{1,2}):)?([0-5]?\\d):([0-5]\\d)";
    private static final Pattern FIRST =
            Pattern.compile("[^\\p{L}\\d]{0,4}" + TIME + "(?!:?\\d)[^\\p{L}\\d]{0,4}(\\s.*|)");
    private static final Pattern LAST =
            Pattern.compile("(.*\\s)[^\\p{L}\\d]{0,4}(?<![\\d:])" + TIME + "[^\\p{L}\\d]{0,4}");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\-–—:|•·.)\\]>]+|[\\s\\-–—:|•·(\\[<]+$");

    private DescriptionChapters() {}

    /** Empty unless the rules are kept. */
    static List<Chapter> read(String description, Duration length) {
        var chapters = new ArrayList<Chapter>();
        for (String line : description.lines().limit(Chapter.MAX_COUNT * 4L).toList()) {
            Optional<Chapter> chapter = chapter(line.strip());
            if (chapter.isPresent()) {
                Duration start = chapter.get().start();
                boolean inPlace = chapters.isEmpty()
                        ? start.isZero()
                        : apart(chapters.getLast().start(), start);
                if (!inPlace) {
                    return List.of();
                }
                chapters.add(chapter.get());
            }
        }
        boolean enough = chapters.size() >= LEAST_COUNT && chapters.size() <= Chapter.MAX_COUNT;
        return enough && apart(chapters.getLast().start(), length) ? List.copyOf(chapters) : List.of();
    }

    private static boolean apart(Duration from, Duration to) {
        return to.minus(from).compareTo(LEAST_LENGTH) >= 0;
    }

    private static Optional<Chapter> chapter(String line) {
        Matcher first = FIRST.matcher(line);
        if (first.matches()) {
            return chapter(first, 1, first.group(4));
        }
        Matcher last = LAST.matcher(line);
        return last.matches() ? chapter(last, 2, last.group(1)) : Optional.empty();
    }

    private static Optional<Chapter> chapter(Matcher time, int group, String words) {
        String title = Chapter.title(EDGES.matcher(words).replaceAll(""));
        String hours = time.group(group);
        Duration start = Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(time.group(group + 1)))
                .plusSeconds(Long.parseLong(time.group(group + 2)));
        return title.isEmpty() ? Optional.empty() : Optional.of(new Chapter(start, title));
    }
}
