package io.vidstead.demo;

import io.vidstead.outside.Person.Details;
import java.nio.file.Path;
import java.util.List;

/**
 * A video of the demo: who shows it, what is said of it, and where its pictures come from.
 *
 * @param owner username of the channel
 * @param views how many viewers it gets
 */
record Scene(String owner, Details details, int views, Pictures pictures) {

    /** Where the pictures come from. */
    sealed interface Pictures {}

    /** A file that is there already. */
    record Clip(Path file) implements Pictures {}

    /**
     * Drawn by ffmpeg's own sources.
     *
     * @param video a filter graph that makes pictures, labelled nothing, of at least {@code seconds}
     * @param audio a filter graph that makes sound, or empty for silence
     * @param codecs arguments that choose codecs and container
     */
    record Drawn(String video, String audio, int seconds, List<String> codecs, String extension) implements Pictures {}
}
