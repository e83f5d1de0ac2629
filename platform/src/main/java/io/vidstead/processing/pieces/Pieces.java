package io.vidstead.processing.pieces;

import io.vidstead.jobs.NodeName;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** The queue of pieces. What changes it for others takes the caller's transaction. */
@ApplicationScoped
public class Pieces {

    private final PieceStore store;
    private final Transactions transactions;
    private final NodeName node;
    private final Duration lease;
    private final List<Runnable> runners = new CopyOnWriteArrayList<>();

    Pieces(PieceStore store, Transactions transactions, NodeName node, Settings.Processing settings) {
        this.store = store;
        this.transactions = transactions;
        this.node = node;
        this.lease = settings.lease();
    }

    /**
     * Queues the pieces of a video's ladder in place of whatever was queued for it; leases of the old ones are worth nothing from
     * then on. Runners of this server look at once, those of others within seconds.
     */
    public void queue(Handle tx, VideoId video, UserId owner, Order order, List<Piece> pieces) {
        store.deleteRuns(tx, video);
        store.insertRun(tx, video, owner, order);
        store.insert(tx, pieces);
        tx.afterCommit(this::wake);
    }

    /** Takes all that is queued for a video back; who works on it finds its lease lost. */
    public void remove(Handle tx, VideoId video) {
        store.deleteRuns(tx, video);
    }

    /**
     * Writes a result down if the lease is still the present one. Of the last pieces of a ladder, however close they come, exactly
     * one is told to be the last.
     */
    public Acceptance accept(Handle tx, LeasedPiece leased, String result) {
        VideoId video = leased.piece().video();
        if (store.lockRun(tx, video).isEmpty() || !store.finish(tx, leased, result)) {
            return Acceptance.REFUSED;
        }
        return store.allDone(tx, video) ? Acceptance.ACCEPTED_AS_LAST : Acceptance.ACCEPTED;
    }

    /** The run whose pieces are all accepted; absent when some are not, or when there is none. */
    public Optional<FinishedLadder> finished(VideoId video) {
        return transactions.call(tx -> store.lockRun(tx, video)
                .filter(_ -> store.allDone(tx, video))
                .map(run -> new FinishedLadder(video, run.number(), run.order(), store.finished(tx, video))));
    }

    /** Takes a finished ladder off, to be published in the same transaction. False when somebody else did so before. */
    public boolean close(Handle tx, FinishedLadder ladder) {
        return store.deleteRun(tx, ladder.video(), ladder.run());
    }

    public Optional<LadderProgress> progress(VideoId video) {
        return transactions.read(handle -> store.progress(handle, video));
    }

    Optional<LeasedPiece> claim() {
        return transactions.call(tx -> store.claim(tx, node.value(), lease));
    }

    boolean renew(LeasedPiece leased, double progress) {
        return transactions.read(handle -> store.renew(handle, leased, progress, lease));
    }

    void fail(LeasedPiece leased, Duration wait) {
        transactions.read(handle -> {
            store.fail(handle, leased, wait);
            return true;
        });
    }

    void giveBack(LeasedPiece leased, Duration wait) {
        transactions.read(handle -> {
            store.giveBack(handle, leased, wait);
            return true;
        });
    }

    /** What this server had when it ended last time: nobody works on that. */
    void giveBackOwn() {
        transactions.read(handle -> {
            store.giveBackAllOf(handle, node.value());
            return true;
        });
    }

    void onWake(Runnable runner) {
        runners.add(runner);
    }

    private void wake() {
        runners.forEach(Runnable::run);
    }
}
