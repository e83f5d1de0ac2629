package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.encode.Chunk;
import io.vidstead.processing.pieces.FinishedLadder;
import io.vidstead.processing.pieces.LeasedPiece;
import io.vidstead.processing.pieces.Order;
import io.vidstead.processing.pieces.Piece;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The way out where a video cannot be encoded in chunks after all: queues its ladder as one piece. */
@ApplicationScoped
class WholeInstead {

    private final Pieces pieces;
    private final Catalog catalog;
    private final Transactions transactions;

    WholeInstead(Pieces pieces, Catalog catalog, Transactions transactions) {
        this.pieces = pieces;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    void of(LeasedPiece leased) {
        queue(leased.piece().video(), leased.order());
    }

    void of(FinishedLadder ladder) {
        queue(ladder.video(), ladder.order());
    }

    private void queue(VideoId video, Order order) {
        transactions.run(tx -> catalog.lock(tx, video)
                .ifPresent(present -> pieces.queue(
                        tx,
                        video,
                        present.owner(),
                        order,
                        List.of(new Piece(video, 0, Piece.Kind.WHOLE, Chunk.WHOLE, 1)))));
    }
}
