package io.vidstead.processing.pieces;

import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.Chunk;

/**
 * A part of a video's ladder that one worker makes in one go.
 *
 * @param number unique within the video's ladder, from 0 on, in order of time
 * @param chunk of the picture; the whole for other kinds
 * @param weight seconds of video, for the progress of the whole
 */
public record Piece(VideoId video, int number, Kind kind, Chunk chunk, double weight) {

    /** What is to be made. */
    public enum Kind {
        /** All missing rungs, and the sound where that is missing, in one process. */
        WHOLE,
        /** All missing rungs of a chunk. */
        PICTURE,
        /** The sound, whole. */
        SOUND,
        /** The original's own streams, written as files. */
        SOURCE
    }

    public Piece {
        if (weight <= 0) {
            throw new IllegalArgumentException("a piece of no weight");
        }
    }
}
