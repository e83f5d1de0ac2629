package io.vidstead.media.images;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
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
import java.util.Optional;

/** Takes pictures at given times in one run of ffmpeg, each with a small raw copy to judge it by. */
final class Candidates {
    private static final int SAMPLE_WIDTH = 128;
    private static final int SAMPLE_HEIGHT = 72;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Sandbox sandbox;
    private final Path input;
    private final MediaInfo info;
    private final int width;
    private final int height;

    Candidates(Sandbox sandbox, Path input, MediaInfo info, int maxSide) {
        this.sandbox = sandbox;
        this.input = input;
        this.info = info;
        double factor = Math.min(
                1,
                (double) maxSide / Math.max(info.video().width(), info.video().height()));
        this.width = Math.max(2, (int) Math.round(info.video().width() * factor / 2) * 2);
        this.height = Math.max(2, (int) Math.round(info.video().height() * factor / 2) * 2);
    }

    /**
     * The pictures at {@code times}, or of the keyframes before them, which costs much less; those that could be decoded, perhaps none.
     *
     * @throws MediaException when the machine is at fault that there are none
     */
    List<Still> take(List<Duration> times, boolean keyframes, Path folder, Cancellation cancellation)
            throws IOException {
        var run = ToolRun.writing(
                arguments(times, keyframes, folder),
                input,
                folder,
                RunLimits.quick(DEADLINE).inBackground(),
                cancellation);
        var result = sandbox.run(run);
        var stills = new ArrayList<Still>();
        for (int i = 0; i < times.size(); i++) {
            still(picture(folder, i), sample(folder, i), times.get(i)).ifPresent(stills::add);
        }
        if (stills.isEmpty() && !result.succeeded()) {
            var failure = result.failure("Taking stills");
            if (failure.code() != MediaException.Code.MALFORMED_MEDIA) {
                throw failure;
            }
        }
        return stills;
    }

    private Optional<Still> still(Path picture, Path sample, Duration at) throws IOException {
        int bytes = SAMPLE_WIDTH * SAMPLE_HEIGHT * 3;
        if (!Files.exists(picture) || !Files.exists(sample) || Files.size(sample) < bytes) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(sample)) {
            var small = new Sample(in.readNBytes(bytes), SAMPLE_WIDTH, SAMPLE_HEIGHT);
            return Optional.of(new Still(picture, width, height, at, small.colour(), small.score()));
        }
    }

    private List<String> arguments(List<Duration> times, boolean keyframes, Path folder) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        var outputs = new ArrayList<String>();
        var graph = new ArrayList<String>();
        for (int i = 0; i < times.size(); i++) {
            if (keyframes) {
                arguments.addAll(List.of("-noaccurate_seek", "-skip_frame", "nokey"));
            }
            arguments.addAll(List.of("-threads", "1", "-ss", seconds(times.get(i))));
            arguments.addAll(UntrustedInput.arguments(input));
            graph.add(filters(i));
            outputs.addAll(List.of("-map", "[p" + i + "]", "-frames:v", "1", "-fps_mode", "passthrough", "-q:v", "3"));
            outputs.addAll(List.of(
                    "-map_metadata", "-1", "-flags:v", "+bitexact", "-c:v", "mjpeg", "-f", "image2", "-update", "1"));
            outputs.add(UntrustedInput.url(picture(folder, i)));
            outputs.addAll(
                    List.of("-map", "[s" + i + "]", "-frames:v", "1", "-fps_mode", "passthrough", "-f", "rawvideo"));
            outputs.add(UntrustedInput.url(sample(folder, i)));
        }
        arguments.addAll(List.of("-filter_complex", String.join(";", graph)));
        arguments.addAll(outputs);
        return arguments;
    }

    private String filters(int input) {
        var toneMap = info.video().hdr() ? ToneMap.FILTERS + "," : "";
        return "[%d:%d]scale=%d:%d,%ssetsar=1,format=yuvj420p,split=2[p%d][t%d];[t%d]scale=%d:%d:flags=area,format=rgb24[s%d]"
                .formatted(
                        input,
                        info.video().index(),
                        width,
                        height,
                        toneMap,
                        input,
                        input,
                        input,
                        SAMPLE_WIDTH,
                        SAMPLE_HEIGHT,
                        input);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static Path picture(Path folder, int number) {
        return folder.resolve("candidate-" + number + ".jpg");
    }

    private static Path sample(Path folder, int number) {
        return folder.resolve("candidate-" + number + ".rgb");
    }
}
