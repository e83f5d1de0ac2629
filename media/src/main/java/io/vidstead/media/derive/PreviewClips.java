package io.vidstead.media.derive;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToneMap;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Makes the short silent clips that cards play. Thread-safe. */
public final class PreviewClips {
    private static final int MOMENTS = 4;
    private static final double SECONDS = 3;

    /** Of a shorter video it is the beginning. */
    private static final double WORTH_MOMENTS = 8;

    private static final int MAX_WIDTH = 320;
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final long MAX_BYTES = 4L << 20;

    private final Sandbox sandbox;

    public PreviewClips(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code preview.mp4} into {@code outFolder}: three seconds from four moments (H.264, 15 frames a second, at
     * most 320 wide, about 40 kB). Seeks, so that its cost does not grow with the length.
     *
     * @throws MediaException on failure or cancellation
     */
    public Path make(Path input, MediaInfo info, Path outFolder, Cancellation cancellation) {
        var file = outFolder.resolve("preview.mp4");
        var limits = RunLimits.thorough(DEADLINE, MAX_BYTES).inBackground();
        sandbox.run(ToolRun.writing(arguments(input, info, file), input, outFolder, limits, cancellation))
                .require("Making the preview");
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                throw new MediaException(Code.MALFORMED_MEDIA, "The preview is empty");
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the preview", e);
        }
        return file;
    }

    private static List<String> arguments(Path input, MediaInfo info, Path file) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        var begins = begins(info.seconds());
        for (double begin : begins) {
            arguments.addAll(List.of("-threads", "1", "-ss", number(begin), "-t", number(SECONDS / begins.size())));
            arguments.addAll(UntrustedInput.arguments(input));
        }
        arguments.addAll(List.of("-filter_complex", filters(info, begins.size()), "-map", "[clip]", "-an"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "medium", "-crf", "30", "-maxrate", "160k"));
        arguments.addAll(List.of("-bufsize", "160k", "-threads", "1", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-flags:v", "+bitexact", "-fflags", "+bitexact", "-movflags", "+faststart"));
        arguments.addAll(List.of("-f", "mp4", UntrustedInput.url(file)));
        return arguments;
    }

    /** Middles of equal parts, half a moment earlier. */
    private static List<Double> begins(double seconds) {
        return seconds < WORTH_MOMENTS
                ? List.of(0.0)
                : IntStream.range(0, MOMENTS)
                        .mapToObj(part -> seconds * (2 * part + 1) / (2 * MOMENTS) - SECONDS / MOMENTS / 2)
                        .toList();
    }

    private static String filters(MediaInfo info, int moments) {
        var video = info.video();
        double factor = Math.min(1, (double) MAX_WIDTH / video.width());
        int width = Math.max(2, (int) Math.round(video.width() * factor / 2) * 2);
        int height = Math.max(2, (int) Math.round(video.height() * factor / 2) * 2);
        var graph = new StringBuilder();
        var all = new StringBuilder();
        for (int i = 0; i < moments; i++) {
            graph.append("[%d:%d]fps=15,scale=%d:%d%s,setsar=1,format=yuv420p[m%d];"
                    .formatted(i, video.index(), width, height, video.hdr() ? "," + ToneMap.FILTERS : "", i));
            all.append("[m").append(i).append(']');
        }
        return graph.append(all)
                .append("concat=n=%d:v=1:a=0[clip]".formatted(moments))
                .toString();
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
