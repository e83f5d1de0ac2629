package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Encodes a file's sound alone and whole, as {@link LadderEncoder} does beside the picture. Thread-safe. */
public final class SoundEncoder {
    private static final Duration LEAST_TIME = Duration.ofMinutes(10);

    private final Sandbox sandbox;

    public SoundEncoder(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code audio.mp4}, {@code audio-2.mp4} … into {@code outFolder}; on failure none is left.
     *
     * @return the sound tracks in the order of the file
     * @throws IllegalArgumentException where the file has no sound
     * @throws MediaException on failure or cancellation
     */
    public List<Rendition> encode(
            Path input, MediaInfo info, Path outFolder, Progress.Listener listener, Cancellation cancellation) {
        var sounds = AudioTrack.streams(info);
        if (sounds.isEmpty()) {
            throw new IllegalArgumentException("There is no sound");
        }
        var files = IntStream.range(0, sounds.size())
                .mapToObj(i -> outFolder.resolve(AudioTrack.name(i) + ".mp4"))
                .toList();
        return OutputFiles.allOrNone(files, () -> {
            var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
            arguments.addAll(List.of("-nostats", "-progress", "pipe:1", "-stats_period", "0.5"));
            arguments.addAll(UntrustedInput.arguments(input));
            for (int i = 0; i < files.size(); i++) {
                arguments.addAll(AudioTrack.encoded(sounds.get(i), files.get(i)));
            }
            var run = ToolRun.writing(arguments, input, outFolder, limits(info, sounds.size()), cancellation)
                    .tellingLines(ProgressLines.byTime(info.duration(), listener));
            sandbox.run(run).require("Encoding of the sound");
            return IntStream.range(0, files.size())
                    .mapToObj(i -> AudioTrack.rendition(i, sounds.get(i), files.get(i)))
                    .toList();
        });
    }

    private static RunLimits limits(MediaInfo info, int tracks) {
        long bytes = (long) (info.seconds() * tracks * AudioTrack.BITRATE_BPS / 8 * 2) + (64L << 20);
        return RunLimits.thorough(LEAST_TIME.plus(info.duration()), bytes).inBackground();
    }
}
