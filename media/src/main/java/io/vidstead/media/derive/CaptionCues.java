package io.vidstead.media.derive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stranger's WebVTT, read and written anew: times and words are kept, settings, styles, regions and notes are not. What
 * is no cue is passed over.
 */
final class CaptionCues {
    static final int MAX_CUES = 20_000;

    private static final Pattern TIMES = Pattern.compile("(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})\\s+-->\\s+"
            + "(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})(?:\\s.*)?");

    private record Cue(Duration from, Duration to, String text) {}

    private CaptionCues() {}

    /** Empty where there is not one word. */
    static Optional<String> clean(String file) {
        var cues = parse(file.replace("\r\n", "\n").replace('\r', '\n'));
        if (cues.isEmpty()) {
            return Optional.empty();
        }
        var writer = new WebVtt.Writer();
        cues.stream()
                .sorted(Comparator.comparing(Cue::from))
                .forEach(cue -> writer.add(cue.from(), cue.to(), cue.text()));
        return Optional.of(writer.toString());
    }

    private static List<Cue> parse(String file) {
        var cues = new ArrayList<Cue>();
        for (var block : file.split("\n{2,}", -1)) {
            var lines = block.strip().split("\n", -1);
            for (int i = 0; i < Math.min(2, lines.length); i++) { // a name may stand before the times
                var times = TIMES.matcher(lines[i].strip());
                if (times.matches() && cues.size() < MAX_CUES) {
                    cue(times, lines, i + 1).ifPresent(cues::add);
                    break;
                }
            }
        }
        return cues;
    }

    private static Optional<Cue> cue(Matcher times, String[] lines, int first) {
        var from = time(times, 1);
        var to = time(times, 5);
        var words = new StringBuilder();
        for (int i = first; i < lines.length; i++) {
            words.append(words.isEmpty() ? "" : "\n").append(lines[i].strip());
        }
        var text = CueText.of(words.toString()).replaceAll("\n\\s*\n", "\n").strip();
        return to.compareTo(from) > 0 && !text.isEmpty() ? Optional.of(new Cue(from, to, text)) : Optional.empty();
    }

    private static Duration time(Matcher times, int group) {
        var hours = times.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }
}
