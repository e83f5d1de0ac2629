package io.vidstead.media.speech;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the sound out of a file as recognisers of speech want it. Thread-safe. */
public final class SpeechSound {
    private static final int RATE = 16_000;
    private static final long BYTES_A_SECOND = 2L * RATE;
    private static final long SPARE = 1 << 20;
    private static final Duration LEAST_TIME = Duration.ofMinutes(1);

    private final Sandbox sandbox;

    public SpeechSound(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes the first sound track into {@code outFolder} as WAV of 16 bits, one channel, 16 kHz: 2 MB a minute. Decodes the
     * file once, about 1 CPU-s for two minutes.
     *
     * @return empty where there is no sound
     * @throws io.vidstead.media.MediaException on failure or cancellation
     */
    public Optional<Path> extract(Path input, MediaInfo info, Path outFolder, Cancellation cancellation) {
        if (info.audio().isEmpty()) {
            return Optional.empty();
        }
        var output = outFolder.resolve("speech.wav");
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-map_metadata", "-1", "-bitexact", "-ac", "1"));
        arguments.addAll(List.of("-ar", Integer.toString(RATE), "-c:a", "pcm_s16le", "-f", "wav"));
        arguments.add(UntrustedInput.url(output));
        long bytes = SPARE + BYTES_A_SECOND * (info.duration().toSeconds() + 10);
        var limits = RunLimits.thorough(LEAST_TIME.plus(info.duration()), bytes).inBackground();
        sandbox.run(ToolRun.writing(arguments, input, outFolder, limits, cancellation))
                .require("Taking the sound out");
        return Optional.of(output);
    }
}
