package io.vidstead.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the cues of a WebVTT file (W3C WebVTT 1) as plain text: without markup, settings, notes and styles. What is no cue is
 * passed over.
 */
final class CueReader {

    static final int MOST_CUES = 10_000;
    private static final int LONGEST_CUE = 1_000;
    private static final Pattern TIMES = Pattern.compile(
            "(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})\\.(\\d{3})[ \\t]+-->[ \\t]+(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})\\.(\\d{3}).*");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private CueReader() {}

    static List<Cue> read(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        List<Cue> cues = new ArrayList<>();
        for (String line = lines.readLine(); line != null && cues.size() < MOST_CUES; line = lines.readLine()) {
            Matcher times = TIMES.matcher(line.strip());
            if (times.matches()) {
                text(lines).ifPresent(text -> cues.add(new Cue(time(times, 1), time(times, 5), text)));
            }
        }
        return cues;
    }

    private static Duration time(Matcher times, int group) {
        String hours = times.group(group);
        return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }

    private static Optional<String> text(BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isBlank(); line = lines.readLine()) {
            if (text.length() < LONGEST_CUE) {
                text.append(text.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        String plain = MARKUP.matcher(text)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&")
                .strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }
}
