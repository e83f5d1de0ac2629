package io.vidstead.processing;

import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Settings;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.encode.Chunk;
import io.vidstead.media.encode.ChunkPlan;
import io.vidstead.media.encode.FrameGrid;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import io.vidstead.processing.pieces.Order;
import io.vidstead.processing.pieces.Piece;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what a video's ladder lacks and in which pieces it is made. */
@ApplicationScoped
class LadderPieces {

    /** Writing the source is little work beside encoding it. */
    private static final double SOURCE_WEIGHT = 0.02;

    private final Duration chunkLength;

    LadderPieces(Settings.Processing settings) {
        this.chunkLength = settings.chunk();
    }

    static Order order(MediaInfo info, LadderPlan plan, List<RenditionRecord> present) {
        Set<String> names = present.stream()
                .filter(rendition -> !rendition.source())
                .map(RenditionRecord::name)
                .collect(Collectors.toSet());
        boolean sound = present.stream()
                .anyMatch(rendition -> rendition.kind() == RenditionRecord.Kind.AUDIO && !rendition.justInTime());
        List<String> rungs = plan.rungs().stream()
                .map(Rung::name)
                .filter(name -> !names.contains(name))
                .toList();
        return new Order(rungs, !rungs.isEmpty() && !sound && info.hasAudio());
    }

    /** Short videos are one piece; none are no piece at all. */
    List<Piece> cut(Video video, MediaInfo info, LadderPlan plan, Order order, boolean sourceStays) {
        List<Piece> pieces = new ArrayList<>();
        if (!order.rungs().isEmpty()) {
            var rate = plan.rungs().getFirst().frameRate();
            List<Chunk> chunks = ChunkPlan.of(info, rate, chunkLength);
            if (chunks.size() == 1) {
                pieces.add(new Piece(video.id(), 0, Piece.Kind.WHOLE, Chunk.WHOLE, weight(info.seconds())));
            } else {
                for (Chunk chunk : chunks) {
                    double end = chunk.to().isPresent()
                            ? new FrameGrid(rate).seconds(chunk.to().getAsLong())
                            : info.seconds();
                    double seconds = end - new FrameGrid(rate).seconds(chunk.from());
                    pieces.add(new Piece(video.id(), pieces.size(), Piece.Kind.PICTURE, chunk, weight(seconds)));
                }
                if (order.sound()) {
                    pieces.add(light(video, info, pieces.size(), Piece.Kind.SOUND));
                }
            }
        }
        if (sourceStays) {
            pieces.add(light(video, info, pieces.size(), Piece.Kind.SOURCE));
        }
        return pieces;
    }

    private static Piece light(Video video, MediaInfo info, int number, Piece.Kind kind) {
        return new Piece(video.id(), number, kind, Chunk.WHOLE, weight(info.seconds() * SOURCE_WEIGHT));
    }

    private static double weight(double seconds) {
        return Math.max(0.001, seconds);
    }
}
