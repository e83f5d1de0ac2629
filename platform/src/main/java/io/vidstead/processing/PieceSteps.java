package io.vidstead.processing;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.processing.pieces.LeasedPiece;
import io.vidstead.processing.pieces.Piece;
import io.vidstead.processing.pieces.PieceWork;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What a worker does with a leased piece: fetch, encode, hand in; and what becomes of the video when that fails. */
@ApplicationScoped
class PieceSteps implements PieceWork {

    private static final Logger LOG = Logger.getLogger(PieceSteps.class);

    private final Steps steps;
    private final Pieces pieces;
    private final PieceEncoder encoder;
    private final PieceHandIn handIn;
    private final WholeInstead wholeInstead;
    private final SharedOriginals originals;
    private final Scratch scratch;
    private final ProcessingStore store;
    private final Catalog catalog;
    private final Transactions transactions;

    PieceSteps(
            Steps steps,
            Pieces pieces,
            PieceEncoder encoder,
            PieceHandIn handIn,
            WholeInstead wholeInstead,
            SharedOriginals originals,
            Scratch scratch,
            ProcessingStore store,
            Catalog catalog,
            Transactions transactions) {
        this.steps = steps;
        this.pieces = pieces;
        this.encoder = encoder;
        this.handIn = handIn;
        this.wholeInstead = wholeInstead;
        this.originals = originals;
        this.scratch = scratch;
        this.store = store;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    @Override
    public void make(LeasedPiece leased, Progress.Listener lease, Cancellation cancellation) throws Exception {
        VideoId id = leased.piece().video();
        Optional<Video> video = catalog.find(id);
        Optional<ObjectKey> original = transactions.read(handle -> store.findOriginal(handle, id));
        if (video.isEmpty() || original.isEmpty() || video.get().state() instanceof VideoState.Failed) {
            remove(id);
            return;
        }
        try {
            encode(leased, original.get(), lease, cancellation);
        } catch (MediaException e) {
            if (e.code() == MediaException.Code.MALFORMED_MEDIA
                    && leased.piece().kind() == Piece.Kind.PICTURE) {
                LOG.warnf("%s cannot be encoded by itself: %s", leased, e.getMessage());
                wholeInstead.of(leased);
            } else {
                steps.endedBy(id, e);
                remove(id);
            }
        }
    }

    private void encode(LeasedPiece leased, ObjectKey key, Progress.Listener lease, Cancellation cancellation)
            throws Exception {
        VideoId id = leased.piece().video();
        StageClock time = new StageClock();
        try (SharedOriginals.Use original = originals.use(key);
                Scratch.Folder folder = scratch.folder(id.value())) {
            time.lap("original");
            MediaInfo info = steps.probe(id, key, original.path()).orElse(null);
            if (info == null) {
                remove(id);
                return;
            }
            PieceResult result = encoder.encode(
                    leased,
                    new PieceEncoder.Place(original.path(), info, folder.path()),
                    new PieceProgress(pieces, catalog, id, lease, cancellation),
                    cancellation);
            time.lap("encode");
            handIn.handIn(leased, result);
            time.lap("commit");
            LOG.debugf("%s is made: %s", leased, time);
        }
    }

    @Override
    public void givenUp(VideoId video, Throwable cause) {
        steps.givenUp(video, cause);
        remove(video);
    }

    private void remove(VideoId video) {
        transactions.run(tx -> pieces.remove(tx, video));
    }
}
