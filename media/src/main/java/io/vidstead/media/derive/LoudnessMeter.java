package io.vidstead.media.derive;

import io.vidstead.media.Cancellation;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Measures loudness. Thread-safe. */
public final class LoudnessMeter {
    private static final Duration LEAST_TIME = Duration.ofMinutes(1);
    private static final long NO_FILES = 1 << 20;

    /** The gate of R 128: below it there is only silence. */
    private static final double SILENCE_LUFS = -69;

    private static final Pattern INTEGRATED = Pattern.compile("\\bI:\\s+(-?\\d+(?:\\.\\d+)?) LUFS");
    private static final Pattern PEAK = Pattern.compile("\\bPeak:\\s+(-?\\d+(?:\\.\\d+)?) dBFS");

    private final Sandbox sandbox;

    public LoudnessMeter(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Decodes a sound stream once, about 1 CPU-s for two minutes.
     *
     * @param stream its number within the file
     * @return empty for silence
     * @throws io.vidstead.media.MediaException on failure or cancellation
     */
    public Optional<Loudness> measure(Path input, Duration length, int stream, Cancellation cancellation) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-nostats", "-v", "info"));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-map", "0:" + stream, "-af", "ebur128=peak=true:framelog=quiet"));
        arguments.addAll(List.of("-f", "null", "-"));
        var limits = RunLimits.thorough(LEAST_TIME.plus(length), NO_FILES).inBackground();
        var result = sandbox.run(ToolRun.reading(Program.FFMPEG, arguments, input, limits, cancellation));
        return parse(result.require("Measuring the loudness").stderr());
    }

    /** What stands before the last summary may be the file's own words. */
    static Optional<Loudness> parse(String messages) {
        var summary = messages.substring(Math.max(0, messages.lastIndexOf("Summary:")));
        var integrated = number(INTEGRATED, summary);
        var peak = number(PEAK, summary);
        return integrated.isPresent() && integrated.getAsDouble() > SILENCE_LUFS && peak.isPresent()
                ? Optional.of(new Loudness(integrated.getAsDouble(), peak.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble number(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? OptionalDouble.of(Double.parseDouble(match.group(1))) : OptionalDouble.empty();
    }
}
