package io.vidstead.media.images;

import java.util.List;

/**
 * The pictures to choose from: always three (of a video of one frame, three times the same).
 *
 * @param thumbnails in order of time
 * @param poster index of the best one
 */
public record StillSet(List<Still> thumbnails, int poster) {
    public StillSet {
        thumbnails = List.copyOf(thumbnails);
    }

    public Still best() {
        return thumbnails.get(poster);
    }
}
