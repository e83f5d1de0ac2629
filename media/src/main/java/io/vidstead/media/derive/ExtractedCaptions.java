package io.vidstead.media.derive;

import java.nio.file.Path;

/**
 * A subtitle stream as a file of its own.
 *
 * @param file WebVTT of cues with words, bold, italic and underlined, nothing else
 */
public record ExtractedCaptions(SubtitleStream stream, Path file) {}
