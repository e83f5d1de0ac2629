package io.vidstead.processing.pieces;

import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.Progress;

/** How pieces are made. A bean. */
public interface PieceWork {

    /**
     * Makes a piece and has it {@linkplain Pieces#accept accepted}.
     *
     * @param progress to be told how far it is, about twice a second
     * @param cancellation ends the work when its lease is lost
     * @throws Exception to have it tried again later, by anybody
     */
    void make(LeasedPiece piece, Progress.Listener progress, Cancellation cancellation) throws Exception;

    /** A piece of the video was tried often enough; the ladder is gone after this. */
    void givenUp(VideoId video, Throwable cause);
}
