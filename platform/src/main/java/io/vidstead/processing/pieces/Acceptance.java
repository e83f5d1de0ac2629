package io.vidstead.processing.pieces;

/** What became of a result. */
public enum Acceptance {
    /** The lease was another's by then, or the ladder is gone: nothing was written down. */
    REFUSED,
    ACCEPTED,
    /** Accepted, and it was the last one. */
    ACCEPTED_AS_LAST
}
