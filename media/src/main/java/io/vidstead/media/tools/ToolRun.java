package io.vidstead.media.tools;

import io.vidstead.media.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run to be made by the {@link Sandbox}.
 *
 * @param program which
 * @param arguments handed over by position; file names in them must be those of {@code input} and {@code outputFolder}
 * @param input the one file that may be read
 * @param outputFolder the one folder that may be written, or null for none
 * @param lines told each line of standard output; null to have it collected instead
 */
public record ToolRun(
        Program program,
        List<String> arguments,
        Path input,
        @Nullable Path outputFolder,
        RunLimits limits,
        @Nullable Consumer<String> lines,
        Cancellation cancellation) {

    /** A program of {@link FfmpegTools}, or one of the system. */
    public enum Program {
        FFMPEG,
        FFPROBE,
        /** A recogniser of speech, with the folder of its models. */
        POCKETSPHINX("pocketsphinx_continuous", Path.of("/usr/share/pocketsphinx/model"));

        private final @Nullable String name;
        private final List<Path> data;

        Program() {
            this.name = null;
            this.data = List.of();
        }

        Program(String name, Path data) {
            this.name = name;
            this.data = List.of(data);
        }

        /** Where a program of the system is; absent where it is not installed, and for ffmpeg's. */
        Optional<Path> path() {
            return Optional.ofNullable(name).flatMap(Wrapping::find);
        }

        /** What a program of the system reads beside its input. */
        List<Path> data() {
            return data;
        }

        /** Whether a program of the system is here with all that it needs. */
        public boolean isInstalled() {
            return path().isPresent() && data.stream().allMatch(Files::isReadable);
        }
    }

    public ToolRun {
        arguments = List.copyOf(arguments);
        input = input.toAbsolutePath().normalize(); // what stands in the arguments must stand at the same place inside
        outputFolder =
                outputFolder == null ? null : outputFolder.toAbsolutePath().normalize();
    }

    /** A run that writes nothing but standard output. */
    public static ToolRun reading(
            Program program, List<String> arguments, Path input, RunLimits limits, Cancellation cancellation) {
        return new ToolRun(program, arguments, input, null, limits, null, cancellation);
    }

    /** A run of ffmpeg that writes files into {@code outputFolder}. */
    public static ToolRun writing(
            List<String> arguments, Path input, Path outputFolder, RunLimits limits, Cancellation cancellation) {
        return new ToolRun(Program.FFMPEG, arguments, input, outputFolder, limits, null, cancellation);
    }

    public ToolRun tellingLines(Consumer<String> listener) {
        return new ToolRun(program, arguments, input, outputFolder, limits, listener, cancellation);
    }
}
