package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.jobs.Job;
import io.vidstead.jobs.Lane;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.MediaException;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.encode.ChunkJoiner;
import io.vidstead.media.encode.FrameGrid;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.encode.Rung;
import io.vidstead.processing.pieces.FinishedLadder;
import io.vidstead.processing.pieces.FinishedPiece;
import io.vidstead.processing.pieces.Piece;
import io.vidstead.processing.pieces.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Puts a ladder together whose pieces are all there, and publishes it. */
@ApplicationScoped
class JoinJob implements Job {

    private static final Logger LOG = Logger.getLogger(JoinJob.class);

    private final Steps steps;
    private final Pieces pieces;
    private final WholeInstead wholeInstead;
    private final LadderPlans plans;
    private final LadderPublication publication;
    private final StoredRenditions stored;
    private final StoredChunks chunks;
    private final LadderStock stock;
    private final ObjectStore objects;
    private final Transactions transactions;

    JoinJob(
            Steps steps,
            Pieces pieces,
            WholeInstead wholeInstead,
            LadderPlans plans,
            LadderPublication publication,
            StoredRenditions stored,
            StoredChunks chunks,
            LadderStock stock,
            ObjectStore objects,
            Transactions transactions) {
        this.steps = steps;
        this.pieces = pieces;
        this.wholeInstead = wholeInstead;
        this.plans = plans;
        this.publication = publication;
        this.stored = stored;
        this.chunks = chunks;
        this.stock = stock;
        this.objects = objects;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "join";
    }

    @Override
    public Lane lane() {
        return Lane.LADDER;
    }

    @Override
    public void run(String key) throws Exception {
        FinishedLadder ladder = pieces.finished(new VideoId(key)).orElse(null);
        if (ladder != null) {
            steps.run(ladder.video(), work -> join(work, ladder));
        }
    }

    @Override
    public void givenUp(String key, Throwable cause) {
        VideoId video = new VideoId(key);
        steps.givenUp(video, cause);
        transactions.run(tx -> pieces.remove(tx, video));
        chunks.deleteAll(video);
    }

    private void join(Steps.Work work, FinishedLadder ladder) throws Exception {
        LadderPlan plan = plans.kept(ladder.video());
        StageClock time = new StageClock();
        Map<String, RenditionRecord> made = made(ladder);
        List<RenditionRecord> all = new ArrayList<>(present(ladder, made.keySet()));
        all.addAll(made.values());
        try {
            for (Rung rung : joined(ladder, plan)) {
                Rendition rendition = ChunkJoiner.join(
                        rung.name(),
                        new FrameGrid(rung.frameRate()),
                        parts(ladder, rung),
                        work.folder().resolve(rung.name() + ".mp4"));
                all.add(stored.put(ladder.video(), rendition));
            }
        } catch (MediaException e) {
            if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                throw e;
            }
            LOG.warnf("the chunks of %s do not fit together: %s", ladder.video(), e.getMessage());
            wholeInstead.of(ladder);
            return;
        }
        time.lap("join of " + ladder.pieces().size());
        publication.publish(ladder, plan, all);
        chunks.deleteAll(ladder.video());
        time.lap("publication");
        LOG.debugf("the ladder of %s is complete: %s", ladder.video(), time);
    }

    /** What the pieces made. Where the source was written out beside an encode, both have the sound: one of them is named. */
    private static Map<String, RenditionRecord> made(FinishedLadder ladder) {
        Map<String, RenditionRecord> named = new LinkedHashMap<>();
        for (FinishedPiece piece : ladder.pieces()) {
            for (RenditionRecord rendition :
                    PieceResult.fromJson(piece.result()).renditions()) {
                named.putIfAbsent(name(rendition), rendition);
            }
        }
        return named;
    }

    /**
     * What was there before and the pieces did not make: where they have written the source, it is neither made just in time any
     * more nor, in a premium video, what was encrypted of it meanwhile.
     */
    private List<RenditionRecord> present(FinishedLadder ladder, Set<String> made) {
        return stock.of(ladder.video()).stream()
                .filter(rendition -> !made.contains(name(rendition)))
                .toList();
    }

    private static String name(RenditionRecord rendition) {
        return rendition.kind() + " " + rendition.name();
    }

    private static List<Rung> joined(FinishedLadder ladder, LadderPlan plan) {
        boolean cut = ladder.pieces().stream().anyMatch(piece -> piece.piece().kind() == Piece.Kind.PICTURE);
        return cut
                ? plan.rungs().stream()
                        .filter(rung -> ladder.order().rungs().contains(rung.name()))
                        .toList()
                : List.of();
    }

    private List<ChunkJoiner.Part> parts(FinishedLadder ladder, Rung rung) {
        List<ChunkJoiner.Part> parts = new ArrayList<>();
        for (FinishedPiece piece : ladder.pieces()) {
            PieceResult.fromJson(piece.result()).chunks().stream()
                    .filter(chunk -> chunk.rung().equals(rung.name()))
                    .map(chunk -> new ChunkJoiner.Part(
                            piece.piece().chunk(),
                            CmafIndex.fromJson(chunk.index()),
                            () -> objects.open(new ObjectKey(chunk.key()))
                                    .orElseThrow(() -> new IOException("there is no object " + chunk.key()))))
                    .forEach(parts::add);
        }
        return parts;
    }
}
