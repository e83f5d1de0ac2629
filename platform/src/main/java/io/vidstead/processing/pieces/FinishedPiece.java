package io.vidstead.processing.pieces;

/**
 * A piece that was accepted.
 *
 * @param result what its worker wrote down
 */
public record FinishedPiece(Piece piece, String result) {}
