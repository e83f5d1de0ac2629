package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rendition;
import io.vidstead.media.encode.Rung;
import io.vidstead.processing.pieces.LeasedPiece;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;

/** Makes one piece of a ladder by the video's plan and stores its files. */
@ApplicationScoped
class PieceEncoder {

    private final Toolbox toolbox;
    private final LadderPlans plans;
    private final StoredRenditions stored;
    private final StoredChunks chunks;

    PieceEncoder(Toolbox toolbox, LadderPlans plans, StoredRenditions stored, StoredChunks chunks) {
        this.toolbox = toolbox;
        this.plans = plans;
        this.stored = stored;
        this.chunks = chunks;
    }

    /**
     * @param original of {@code info}
     * @param folder for what is written
     */
    record Place(Path original, MediaInfo info, Path folder) {}

    PieceResult encode(LeasedPiece leased, Place place, Progress.Listener listener, Cancellation cancellation) {
        return switch (leased.piece().kind()) {
            case WHOLE -> whole(leased, place, listener, cancellation);
            case PICTURE -> picture(leased, place, listener, cancellation);
            case SOUND ->
                renditions(
                        leased,
                        toolbox.tools()
                                .sound()
                                .encode(place.original(), place.info(), place.folder(), listener, cancellation));
            case SOURCE -> source(leased, place, cancellation);
        };
    }

    private PieceResult whole(LeasedPiece leased, Place place, Progress.Listener listener, Cancellation cancellation) {
        LadderPlan plan = plans.kept(leased.piece().video());
        return renditions(
                leased,
                toolbox.tools()
                        .encoder()
                        .encode(
                                place.original(),
                                place.info(),
                                ordered(leased, plan),
                                plan.preset(),
                                leased.order().sound(),
                                place.folder(),
                                listener,
                                cancellation));
    }

    private PieceResult picture(
            LeasedPiece leased, Place place, Progress.Listener listener, Cancellation cancellation) {
        LadderPlan plan = plans.kept(leased.piece().video());
        return PieceResult.ofChunks(toolbox
                .tools()
                .chunks()
                .encode(
                        place.original(),
                        place.info(),
                        ordered(leased, plan),
                        plan.preset(),
                        leased.piece().chunk(),
                        place.folder(),
                        listener,
                        cancellation)
                .stream()
                .map(chunk -> chunks.put(leased, chunk))
                .toList());
    }

    /** A source that cannot be written stays made just in time. */
    private PieceResult source(LeasedPiece leased, Place place, Cancellation cancellation) {
        try {
            return renditions(
                    leased,
                    toolbox.tools().packager().copy(place.original(), place.info(), place.folder(), cancellation));
        } catch (MediaException e) {
            if (e.code() != MediaException.Code.MALFORMED_MEDIA) {
                throw e;
            }
            return PieceResult.ofRenditions(List.of());
        }
    }

    private PieceResult renditions(LeasedPiece leased, List<Rendition> made) {
        VideoId video = leased.piece().video();
        List<RenditionRecord> records = made.stream()
                .map(rendition -> stored.put(video, rendition, leased.token()))
                .toList();
        return PieceResult.ofRenditions(records);
    }

    private static List<Rung> ordered(LeasedPiece leased, LadderPlan plan) {
        return plan.rungs().stream()
                .filter(rung -> leased.order().rungs().contains(rung.name()))
                .toList();
    }
}
