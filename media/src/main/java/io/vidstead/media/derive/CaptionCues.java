package io.vidstead.media.derive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stranger's WebVTT or SubRip, block by block: times and words are kept, settings, styles, regions and notes are not. What
 * is wrong is told, and passed over unless who is told throws.
 */
final class CaptionCues {
    static final int MAX_CUES = 20_000;

    private static final String ARROW = "-->";

    private static final Pattern TIMES = Pattern.compile("(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})\\s+-->\\s+"
            + "(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})(?:\\s.*)?");

    /** What a block of WebVTT that is no cue begins with. */
    private static final Pattern OTHER = Pattern.compile("(?:WEBVTT|NOTE)(?:\\s.*)?|STYLE|REGION");

    /** Is told what is wrong. */
    interface Faults {
        /** @param line from 1 */
        void found(CaptionFault fault, int line);
    }

    private final List<String> lines;
    private final Faults faults;
    private final List<Cue> cues = new ArrayList<>();

    private CaptionCues(List<String> lines, Faults faults) {
        this.lines = lines;
        this.faults = faults;
    }

    /** Empty where there is not one word. */
    static Optional<String> clean(String file) {
        var cues = parse(file, (_, _) -> {});
        return cues.isEmpty() ? Optional.empty() : Optional.of(write(cues));
    }

    static String write(List<Cue> cues) {
        var writer = new WebVtt.Writer();
        cues.stream()
                .sorted(Comparator.comparing(Cue::from))
                .forEach(cue -> writer.add(cue.from(), cue.to(), cue.text()));
        return writer.toString();
    }

    /** In the order of their times. */
    static List<Cue> parse(String file, Faults faults) {
        var lines = file.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        return new CaptionCues(List.of(lines), faults).read();
    }

    private List<Cue> read() {
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            if (end > at && !OTHER.matcher(lines.get(at).strip()).matches()) {
                block(at, end);
            }
            at = end + 1;
        }
        cues.sort(Comparator.comparing(Cue::from));
        return List.copyOf(cues);
    }

    /** A name or a number may stand before the times. */
    private void block(int begin, int end) {
        int times = begin;
        while (times < Math.min(begin + 2, end) && !lines.get(times).contains(ARROW)) {
            times++;
        }
        if (times == Math.min(begin + 2, end)) {
            faults.found(CaptionFault.NO_TIMES, begin + 1);
            return;
        }
        var match = TIMES.matcher(lines.get(times).strip());
        if (!match.matches()) {
            faults.found(CaptionFault.BAD_TIMES, times + 1);
        } else if (cues.size() == MAX_CUES) {
            faults.found(CaptionFault.TOO_MANY, times + 1);
        } else {
            cue(match, times, end);
        }
    }

    private void cue(Matcher match, int times, int end) {
        var from = time(match, 1);
        var to = time(match, 5);
        var words = String.join("\n", lines.subList(times + 1, end));
        if (words.length() > CueText.MAX_LENGTH) {
            faults.found(CaptionFault.TOO_LONG, times + 2);
        }
        if (to.compareTo(from) <= 0) {
            faults.found(CaptionFault.BACKWARDS, times + 1);
            return;
        }
        var text = tidy(words);
        if (!text.isEmpty()) {
            cues.add(new Cue(from, to, text));
        }
    }

    /** As text of a cue, which ends with the first empty line. */
    static String tidy(String words) {
        var stripped = new StringBuilder();
        words.lines().forEach(line -> stripped.append(line.strip()).append('\n'));
        return CueText.of(stripped.toString().strip())
                .replaceAll("\n\\s*\n", "\n")
                .strip();
    }

    private static Duration time(Matcher times, int group) {
        var hours = times.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }
}
