package io.vidstead.media.encode;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides where a long video is cut for encoding. Cuts lie between the ladder's own segments, not at the source's keyframes: each
 * chunk then begins with a keyframe that one uncut encode would have there as well. Pure and deterministic.
 */
public final class ChunkPlan {
    /** These can be entered at any time exactly: they have an index of keyframes and times that never jump. */
    private static final List<String> INDEXED = List.of("mov", "matroska");

    private ChunkPlan() {}

    /**
     * The chunks of a video in order, of about equal length, none shorter than {@code atLeast}; the last one is open. A video
     * shorter than two of them, and one in a container that cannot be entered in the middle, is one chunk.
     */
    public static List<Chunk> of(MediaInfo info, FrameRate rate, Duration atLeast) {
        var grid = new FrameGrid(rate);
        long segments = (long) (info.seconds() / grid.seconds(grid.segmentFrames()));
        long least = Math.max(1, (long) Math.ceil(seconds(atLeast) / grid.seconds(grid.segmentFrames()) - 1e-6));
        long count = INDEXED.stream().anyMatch(info.container()::startsWith) ? Math.max(1, segments / least) : 1;
        var chunks = new ArrayList<Chunk>();
        for (long i = 0; i < count - 1; i++) {
            chunks.add(Chunk.between(border(i, segments, count, grid), border(i + 1, segments, count, grid)));
        }
        chunks.add(Chunk.startingAt(border(count - 1, segments, count, grid)));
        return List.copyOf(chunks);
    }

    private static long border(long number, long segments, long count, FrameGrid grid) {
        return number * segments / count * grid.segmentFrames();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
