package io.vidstead.media.derive;

import java.util.List;

/**
 * The words that a container carries beside picture and sound.
 *
 * @param chapters in order; none or at least two
 * @param subtitles those that are text
 * @param bitmaps how many subtitle streams are pictures of words, which are left out
 */
public record EmbeddedText(List<Chapter> chapters, List<SubtitleStream> subtitles, int bitmaps) {
    public static final EmbeddedText NONE = new EmbeddedText(List.of(), List.of(), 0);

    public EmbeddedText {
        chapters = List.copyOf(chapters);
        subtitles = List.copyOf(subtitles);
    }
}
