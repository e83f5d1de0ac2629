package io.vidstead.catalog;

import io.vidstead.catalog.DerivativeRecord.Kind;
import io.vidstead.media.derive.Chapter;
import io.vidstead.media.derive.Loudness;
import java.util.List;
import java.util.Optional;

/**
 * All that was made of a video's present original beside its renditions, and the words that belong to the video.
 *
 * @param files by kind and number
 * @param loudness absent until measured, and of silence
 * @param chapters the container's
 * @param captions the preferred first
 */
public record Derived(
        List<DerivativeRecord> files,
        Optional<Loudness> loudness,
        List<Chapter> chapters,
        List<CaptionTrack> captions) {

    static final Derived NOTHING = new Derived(List.of(), Optional.empty(), List.of(), List.of());

    public Derived {
        files = List.copyOf(files);
        chapters = List.copyOf(chapters);
        captions = List.copyOf(captions);
    }

    /** The first of its kind. */
    public Optional<DerivativeRecord> file(Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).findFirst();
    }

    /** What the owner wrote, or else what the container says. */
    public List<Chapter> chaptersOf(Video video) {
        return video.facts()
                .map(facts -> {
                    List<Chapter> written =
                            DescriptionChapters.read(video.details().description(), facts.duration());
                    return written.isEmpty() ? chapters : written;
                })
                .orElse(List.of());
    }

    /** The chapters as players read them; absent where there are none. */
    public Optional<ChapterFile> chapterFile(Video video) {
        return video.facts().flatMap(facts -> ChapterFile.of(chaptersOf(video), facts.duration()));
    }
}
