package io.vidstead.catalog;

import io.vidstead.media.derive.Chapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Chapters as a WebVTT file that is never stored.
 *
 * @param fileName the last part of its address, with its content's tag
 */
public record ChapterFile(String fileName, String text) {

    static Optional<ChapterFile> of(List<Chapter> chapters, Duration length) {
        if (chapters.isEmpty()) {
            return Optional.empty();
        }
        String text = Chapter.toWebVtt(chapters, length);
        String tag = ContentTag.of(text.getBytes(StandardCharsets.UTF_8));
        return Optional.of(new ChapterFile("chapters-" + tag + ".vtt", text));
    }
}
