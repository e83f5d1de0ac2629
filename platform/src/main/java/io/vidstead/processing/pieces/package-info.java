/**
 * The queue of what is left to encode: ladders in pieces, each leased to one worker at a time.
 *
 * <p>Entry class: {@link io.vidstead.processing.pieces.Pieces}; {@link io.vidstead.processing.pieces.PieceRunner} takes pieces on
 * servers with the role {@code worker}, as many at once as {@code processing.workers} says.
 *
 * <p>Invariants: a piece is claimed under a token that was never used before, for the time of a lease that heartbeats renew. A
 * result is accepted only with the token of the present lease, in the transaction that writes it down; whoever was cut off,
 * slept, or came back is refused. A lease that has ended is given to the next who asks. Times are the database's, so the clocks
 * of workers do not matter.
 *
 * <p>The next piece is one of the user who was served longest ago; of this user, of the oldest ladder, the first. What is
 * encoded anew only because settings changed comes after everything else. First
 * renditions do not wait here: they have a lane of their own.
 *
 * <p>It must not know how a piece is made.
 */
@NullMarked
package io.vidstead.processing.pieces;

import org.jspecify.annotations.NullMarked;
