package io.vidstead.search;

import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.captions.Captions;
import io.vidstead.captions.TimedWords;
import io.vidstead.captions.Transcript;
import io.vidstead.catalog.Category;
import io.vidstead.catalog.PublicVideo;
import io.vidstead.engines.search.Entry;
import io.vidstead.engines.search.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the index's entries of a video: itself, each of its cues, and its half minutes where their vectors are known. */
@ApplicationScoped
class VideoEntries {

    private static final long SCALE = 1_000_000;

    /** A video and what is said in it. */
    record Told(PublicVideo video, List<Transcript> transcripts) {

        String subject() {
            return VideoEntries.subject(video);
        }

        /** What is embedded: the video's subject and what is said in each half minute. */
        List<String> meanings() {
            List<String> texts = new ArrayList<>();
            texts.add(subject());
            transcripts.forEach(
                    transcript -> Windows.of(transcript.words()).forEach(window -> texts.add(window.text())));
            return texts;
        }
    }

    /** What its owner says it is about. */
    static String subject(PublicVideo video) {
        return Stream.concat(Stream.of(video.title(), video.description()), video.tags().stream())
                .filter(text -> !text.isBlank())
                .reduce((all, text) -> all + "\n" + text)
                .orElse("");
    }

    private final Captions captions;
    private final Accounts accounts;

    VideoEntries(Captions captions, Accounts accounts) {
        this.captions = captions;
        this.accounts = accounts;
    }

    /** What is said in premium videos is for those who may play them, and not to be found by others. */
    Told told(PublicVideo video) {
        return new Told(video, video.premium() ? List.of() : captions.transcripts(video.id()));
    }

    List<Entry> entries(Told told, Map<String, float[]> vectors) {
        List<Entry> entries = new ArrayList<>();
        entries.add(video(told, Optional.ofNullable(vectors.get(told.subject()))));
        for (Transcript transcript : told.transcripts()) {
            cues(told, transcript, entries);
            windows(told, transcript, vectors, entries);
        }
        return entries;
    }

    private Entry video(Told told, Optional<float[]> vector) {
        PublicVideo video = told.video();
        Optional<Profile> author = accounts.find(video.owner());
        Map<TextField, String> texts = new HashMap<>();
        texts.put(TextField.TITLE, video.title());
        texts.put(TextField.DESCRIPTION, video.description());
        texts.put(TextField.TAGS, String.join(", ", video.tags()));
        author.ifPresent(profile -> texts.put(TextField.AUTHOR, profile.displayName() + " " + profile.username()));
        texts.put(TextField.SAID, said(told.transcripts()));
        Map<String, List<String>> keywords = new HashMap<>();
        keywords.put(
                Kinds.CATEGORY, video.category().map(Category::code).stream().toList());
        keywords.put(Kinds.LANGUAGE, video.language().stream().toList());
        keywords.put(Kinds.AUTHOR, author.map(Profile::username).stream().toList());
        keywords.put(
                Kinds.CAPTIONED, List.of(Boolean.toString(!told.transcripts().isEmpty())));
        Map<String, Long> numbers = new HashMap<>();
        numbers.put(Kinds.PUBLISHED, Kinds.time(video.published()));
        numbers.put(Kinds.SECONDS, Kinds.seconds(video.length()));
        numbers.put(Kinds.HEIGHT, (long) video.height());
        return new Entry(
                Kinds.id(Kinds.VIDEO, video.id().value()),
                Kinds.VIDEO,
                video.id().value(),
                video.language(),
                texts,
                keywords,
                numbers,
                counts(video),
                vector);
    }

    static Map<String, Long> counts(PublicVideo video) {
        return Map.of(
                Kinds.VIEWS, video.views(), Kinds.RATING, (long) (SCALE * rating(video.likes(), video.dislikes())));
    }

    /** The lower end of the interval in which the share of likes lies with 95 % (Wilson 1927): few votes say little. */
    static double rating(long likes, long dislikes) {
        double votes = (double) likes + dislikes;
        if (votes == 0) {
            return 0;
        }
        double z = 1.96;
        double share = likes / votes;
        double spread = z * Math.sqrt((share * (1 - share) + z * z / (4 * votes)) / votes);
        return (share + z * z / (2 * votes) - spread) / (1 + z * z / votes);
    }

    private static String said(List<Transcript> transcripts) {
        StringBuilder said = new StringBuilder();
        transcripts.forEach(transcript ->
                transcript.words().forEach(cue -> said.append(cue.text()).append('\n')));
        return said.toString();
    }

    private static void cues(Told told, Transcript transcript, List<Entry> entries) {
        for (int i = 0; i < transcript.words().size(); i++) {
            TimedWords cue = transcript.words().get(i);
            entries.add(
                    part(told, transcript, Kinds.CUE, i, cue, Map.of(TextField.SAID, cue.text()), Optional.empty()));
        }
    }

    private static void windows(Told told, Transcript transcript, Map<String, float[]> vectors, List<Entry> entries) {
        List<TimedWords> windows = Windows.of(transcript.words());
        for (int i = 0; i < windows.size(); i++) {
            TimedWords window = windows.get(i);
            float[] vector = vectors.get(window.text());
            if (vector != null) {
                entries.add(part(told, transcript, Kinds.WINDOW, i, window, Map.of(), Optional.of(vector)));
            }
        }
    }

    /** Its id says where it is: track and number. */
    private static Entry part(
            Told told,
            Transcript transcript,
            String kind,
            int number,
            TimedWords words,
            Map<TextField, String> texts,
            Optional<float[]> vector) {
        String video = told.video().id().value();
        return new Entry(
                Kinds.id(kind, video + "/" + transcript.name() + "/" + number),
                kind,
                video,
                transcript.language().or(() -> told.video().language()),
                texts,
                Map.of(),
                Map.of(Kinds.START, Math.round(words.start() * 1000)),
                Map.of(),
                vector);
    }
}
