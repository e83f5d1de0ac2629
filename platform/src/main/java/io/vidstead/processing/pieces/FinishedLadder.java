package io.vidstead.processing.pieces;

import io.vidstead.kernel.VideoId;
import java.util.List;

/**
 * A ladder whose pieces are all accepted.
 *
 * @param run tells it from earlier and later ladders of the video
 * @param order what the ladder lacked
 * @param pieces in order of their numbers
 */
public record FinishedLadder(VideoId video, long run, Order order, List<FinishedPiece> pieces) {
    public FinishedLadder {
        pieces = List.copyOf(pieces);
    }
}
