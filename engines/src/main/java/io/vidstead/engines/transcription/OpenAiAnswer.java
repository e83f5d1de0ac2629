package io.vidstead.engines.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.transcription.Transcriber.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service answers in the format {@code verbose_json}: another machine's words, of which only what makes sense is
 * taken.
 */
record OpenAiAnswer(List<Segment> segments, Optional<String> language) {

    private static final int MAX_SEGMENTS = 5_000;
    private static final int MAX_TEXT = 900;

    /** A segment as it was answered; seconds. */
    record Segment(double start, double end, String text) {}

    static OpenAiAnswer of(JsonNode answer) {
        if (!answer.path("segments").isArray()) {
            throw new TranscriberUnavailableException(
                    "the service answers without segments: its model must know the format verbose_json");
        }
        List<Segment> segments = new ArrayList<>();
        for (JsonNode segment : answer.path("segments")) {
            if (segments.size() < MAX_SEGMENTS) {
                segments.add(new Segment(
                        segment.path("start").asDouble(-1),
                        segment.path("end").asDouble(-1),
                        text(segment.path("text").asText())));
            }
        }
        return new OpenAiAnswer(segments, language(answer.path("language").asText()));
    }

    private static String text(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT);
    }

    /** In order; none begins after the sound has ended, and none ends later. */
    List<Utterance> utterances(Duration length) {
        double end = length.toMillis() / 1000.0;
        return segments.stream()
                .filter(segment -> segment.start() >= 0
                        && segment.start() < end
                        && !segment.text().isBlank())
                .map(segment -> new Segment(segment.start(), Math.min(segment.end(), end), segment.text()))
                .filter(segment -> millis(segment.end()) > millis(segment.start()))
                .sorted(Comparator.comparingDouble(Segment::start))
                .map(segment -> new Utterance(
                        Duration.ofMillis(millis(segment.start())),
                        Duration.ofMillis(millis(segment.end())),
                        segment.text()))
                .toList();
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    /** Some services say {@code en}, others {@code english}. */
    private static Optional<String> language(String said) {
        String lower = said.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> code.equals(lower)
                        || Locale.of(code)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT)
                                .equals(lower))
                .findFirst();
    }
}
