package io.vidstead.processing.pieces;

/**
 * A piece in the hands of one worker.
 *
 * @param token fences it: the number of this lease and no other
 * @param run of the ladder it belongs to
 * @param order what its ladder lacks
 * @param claims how often the piece was taken, this time included
 * @param failures how often whoever took it said that it failed
 */
public record LeasedPiece(Piece piece, long token, long run, Order order, int claims, int failures) {

    @Override
    public String toString() {
        return "piece " + piece.number() + " of " + piece.video() + " (lease " + token + ")";
    }
}
