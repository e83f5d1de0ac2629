package io.vidstead.engines.transcription;

import io.vidstead.engines.transcription.Transcriber.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with their times, as pocketsphinx prints them one a line, put together to utterances that can be read: each ends at
 * a pause, or where it would be too long.
 */
final class PocketsphinxWords {

    /** {@code there(2) 1.590 1.830 0.170673}. */
    private static final Pattern LINE =
            Pattern.compile("(\\S{1,80}) (\\d{1,6}\\.\\d{1,3}) (\\d{1,6}\\.\\d{1,3}) -?\\d+\\.\\d+");

    /** Silence, noise, begin and end. */
    private static final Pattern NO_WORD = Pattern.compile("<.*>|\\[.*]|\\+\\+.*\\+\\+");

    private static final Pattern VARIANT = Pattern.compile("\\(\\d+\\)$");
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final int MOST_LETTERS = 80;

    private record Word(Duration from, Duration to, String text) {}

    private final List<Utterance> utterances = new ArrayList<>();
    private final List<Word> open = new ArrayList<>();
    private final Duration end;

    private PocketsphinxWords(Duration end) {
        this.end = end;
    }

    /** @param length of the sound; what is said to be after it is not */
    static List<Utterance> read(String printed, Duration length) {
        PocketsphinxWords words = new PocketsphinxWords(length);
        printed.lines().forEach(words::line);
        words.close();
        return List.copyOf(words.utterances);
    }

    private void line(String line) {
        Matcher match = LINE.matcher(line.strip());
        if (!match.matches() || NO_WORD.matcher(match.group(1)).matches()) {
            return;
        }
        Word word = new Word(
                seconds(match.group(2)),
                seconds(match.group(3)),
                VARIANT.matcher(match.group(1)).replaceAll(""));
        if (word.from().compareTo(end) >= 0) {
            return;
        }
        if (!open.isEmpty() && endsBefore(word)) {
            close();
        }
        open.add(word);
    }

    private boolean endsBefore(Word next) {
        boolean paused = next.from().minus(open.getLast().to()).compareTo(PAUSE) > 0;
        boolean tooLong = next.to().minus(open.getFirst().from()).compareTo(LONGEST) > 0;
        int letters = open.stream().mapToInt(word -> word.text().length() + 1).sum();
        return paused || tooLong || letters + next.text().length() > MOST_LETTERS;
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Duration from = open.getFirst().from();
        Duration to = open.getLast().to();
        String text = String.join(" ", open.stream().map(Word::text).toList());
        if (to.compareTo(from) > 0) {
            utterances.add(new Utterance(from, to, text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)));
        }
        open.clear();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
