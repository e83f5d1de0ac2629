package io.vidstead.processing.pieces;

import java.util.List;

/**
 * What a video's ladder lacks.
 *
 * @param rungs names of rungs of the video's plan
 * @param sound whether the sound is to be encoded
 */
public record Order(List<String> rungs, boolean sound) {
    public Order {
        rungs = List.copyOf(rungs);
    }
}
