package io.vidstead.media.tools;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The two programs that all media work is done with.
 *
 * @param ffmpeg the encoder's executable
 * @param ffprobe the prober's executable
 * @param folder what a sandbox must let the programs read beside the system's libraries
 * @param version first line of {@code ffmpeg -version}
 */
public record FfmpegTools(Path ffmpeg, Path ffprobe, Path folder, String version) {
    private static final int START_SECONDS = 20;

    /**
     * The build that is packaged on the class path, unpacked into {@code toolsFolder} on first use (about 80 MB, 2 s) and
     * checked by running it. Safe when several processes do it at once, and after a crash in the middle.
     *
     * @throws MediaException with {@code TOOLS_UNAVAILABLE} where it is not packaged or does not start
     */
    public static FfmpegTools packaged(Path toolsFolder) {
        var build = PackagedBuild.find();
        var folder = build.unpackInto(toolsFolder.toAbsolutePath().normalize());
        try {
            return inFolder(folder);
        } catch (MediaException _) {
            // A crash of the machine may have left files without their content.
            Folders.delete(folder);
            return inFolder(build.unpackInto(toolsFolder.toAbsolutePath().normalize()));
        }
    }

    /**
     * An installed ffmpeg, with ffprobe beside it.
     *
     * @throws MediaException with {@code TOOLS_UNAVAILABLE} where it does not start
     */
    public static FfmpegTools at(Path ffmpeg) {
        try {
            var program = ffmpeg.toRealPath();
            var prober = ffmpeg.resolveSibling("ffprobe").toRealPath();
            var folder = requireParent(program);
            return new FfmpegTools(program, prober, folder, requireStart(program));
        } catch (IOException e) {
            throw new MediaException(
                    Code.TOOLS_UNAVAILABLE, "There is no ffmpeg with ffprobe beside it at " + ffmpeg, e);
        }
    }

    private static FfmpegTools inFolder(Path folder) {
        var ffmpeg = folder.resolve("ffmpeg");
        return new FfmpegTools(ffmpeg, folder.resolve("ffprobe"), folder, requireStart(ffmpeg));
    }

    private static Path requireParent(Path program) throws IOException {
        var parent = program.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException(program + " lies in no folder");
        }
        return parent;
    }

    private static String requireStart(Path ffmpeg) {
        var command = new ProcessBuilder(ffmpeg.toString(), "-hide_banner", "-version").redirectErrorStream(true);
        command.environment().clear();
        try {
            var process = command.start();
            process.getOutputStream().close();
            // What it prints fits into the pipe, so that a program that hangs is noticed.
            boolean ended = process.waitFor(START_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
                throw new MediaException(Code.TOOLS_UNAVAILABLE, ffmpeg + " hangs");
            }
            try (var output = process.inputReader()) {
                var first = output.readLine();
                if (process.exitValue() == 0 && first != null) {
                    return first;
                }
                throw new MediaException(Code.TOOLS_UNAVAILABLE, ffmpeg + " does not start: " + first);
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOLS_UNAVAILABLE, ffmpeg + " does not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(Code.CANCELLED, "Interrupted while ffmpeg started", e);
        }
    }
}
