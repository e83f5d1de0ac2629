package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Encodes one chunk of a video in all rungs of its ladder: frame for frame what {@link LadderEncoder} makes of that part, to be
 * joined by {@link ChunkJoiner}. Thread-safe; each call uses all cores, at low priority.
 *
 * <p>The source is entered at a keyframe well before the chunk, its frames are made even from there on as they would be from the
 * beginning, and those that belong to other chunks are dropped before they cost anything. Where a source turns out to be entered
 * too late, as the number of frames shows, it is entered earlier.
 */
public final class ChunkEncoder {
    /** How long before a chunk its source is entered, one after the other; the last is its beginning. */
    private static final List<Double> RUN_UPS = List.of(2.0, 60.0, Double.MAX_VALUE);

    private static final Duration LEAST_TIME = Duration.ofMinutes(10);
    private static final int SLOWEST = 60;

    private final Sandbox sandbox;

    public ChunkEncoder(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code <rung>.mp4} for each rung into {@code outFolder}; their times are those in the whole video. Existing files of
     * these names are replaced; on failure none is left.
     *
     * @param rungs highest first, of one frame rate
     * @return the rungs in this order; empty where the picture has ended before the chunk
     * @throws MediaException on failure or cancellation
     */
    public List<Rendition> encode(
            Path input,
            MediaInfo info,
            List<Rung> rungs,
            String preset,
            Chunk chunk,
            Path outFolder,
            Progress.Listener listener,
            Cancellation cancellation) {
        var files = rungs.stream()
                .map(rung -> outFolder.resolve(rung.name() + ".mp4"))
                .toList();
        var grid = new FrameGrid(rungs.getFirst().frameRate());
        return OutputFiles.allOrNone(files, () -> {
            List<Rendition> made = List.of();
            for (double runUp : RUN_UPS) {
                double entry = Math.max(0, grid.seconds(chunk.from()) - runUp);
                OutputFiles.deleteAll(files);
                var lines = ProgressLines.byFrames(
                        seconds(length(info, grid, chunk)) * grid.rate().perSecond(), listener);
                sandbox.run(ToolRun.writing(
                                        arguments(input, info, rungs, preset, chunk, entry, files),
                                        input,
                                        outFolder,
                                        limits(info, rungs, grid, chunk, entry),
                                        cancellation)
                                .tellingLines(lines))
                        .require("Encoding");
                made = read(rungs, files);
                if (entry == 0 || isWhole(made, chunk, grid)) {
                    break;
                }
            }
            return made;
        });
    }

    private static List<Rendition> read(List<Rung> rungs, List<Path> files) {
        var renditions = new ArrayList<Rendition>();
        for (int i = 0; i < files.size(); i++) {
            if (!Files.exists(files.get(i)) || CmafFile.isEmpty(files.get(i))) {
                return List.of();
            }
            renditions.add(new Rendition(rungs.get(i).name(), files.get(i), CmafFile.read(files.get(i)), false));
        }
        return List.copyOf(renditions);
    }

    /** Whether the chunk has its first frame and, where that is known, its last. */
    private static boolean isWhole(List<Rendition> made, Chunk chunk, FrameGrid grid) {
        if (made.isEmpty()) {
            return false;
        }
        var index = made.getFirst().index();
        boolean begins = index.startTicks() == grid.ticks(chunk.from(), index.timescale());
        long frames = grid.frames(index.durationTicks(), index.timescale());
        return begins && (chunk.to().isEmpty() || frames == chunk.to().getAsLong() - chunk.from());
    }

    private static List<String> arguments(
            Path input,
            MediaInfo info,
            List<Rung> rungs,
            String preset,
            Chunk chunk,
            double entrySeconds,
            List<Path> files) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        arguments.addAll(List.of("-nostats", "-progress", "pipe:1", "-stats_period", "0.5"));
        // Times go on to count from the beginning of the file, wherever it is entered.
        arguments.addAll(List.of("-copyts", "-start_at_zero"));
        if (entrySeconds > 0) {
            // With the frames between the keyframe and the time asked for: one of them may be what the chunk begins
            // with.
            arguments.addAll(List.of("-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.3f", entrySeconds)));
        }
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-filter_complex", LadderGraph.of(info.video(), rungs, chunk, entrySeconds == 0)));
        for (int i = 0; i < rungs.size(); i++) {
            arguments.addAll(LadderEncoder.output(rungs.get(i), LadderGraph.output(i), preset, chunk, files.get(i)));
        }
        return arguments;
    }

    private static Duration length(MediaInfo info, FrameGrid grid, Chunk chunk) {
        double end = chunk.to().isPresent() ? grid.seconds(chunk.to().getAsLong()) : info.seconds();
        return Duration.ofMillis((long) (1000 * Math.max(0, end - grid.seconds(chunk.from()))));
    }

    private static RunLimits limits(
            MediaInfo info, List<Rung> rungs, FrameGrid grid, Chunk chunk, double entrySeconds) {
        var length = length(info, grid, chunk);
        double bps = rungs.stream().mapToDouble(Rung::maxBitrateBps).sum();
        long bytes = (long) (seconds(length) * bps / 8 * 2) + (64L << 20);
        var runUp = Duration.ofMillis((long) (1000 * (grid.seconds(chunk.from()) - entrySeconds)));
        return RunLimits.thorough(LEAST_TIME.plus(length.multipliedBy(SLOWEST)).plus(runUp), bytes)
                .inBackground();
    }

    private static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }
}
