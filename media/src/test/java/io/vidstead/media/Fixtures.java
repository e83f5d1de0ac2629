package io.vidstead.media;

import io.vidstead.media.probe.ProbeLimits;
import io.vidstead.media.probe.ProbeResult;
import io.vidstead.media.probe.Prober;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.media.tools.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Tools and small generated videos, made once and kept in the build folder. */
public final class Fixtures {
    private static final Path ROOT = Path.of("target", "fixtures").toAbsolutePath();
    private static final FfmpegTools TOOLS = FfmpegTools.packaged(Path.of("target", "tools"));
    private static final Sandbox SANDBOX = new Sandbox(TOOLS, Path.of("target", "scratch"));

    private static final String PICTURE = "testsrc2=s=%s:r=%s:d=%s";
    private static final String NOISE = "anoisesrc=c=pink:a=0.1:s=1:r=44100:d=";

    private Fixtures() {}

    public static FfmpegTools tools() {
        return TOOLS;
    }

    public static Sandbox sandbox() {
        return SANDBOX;
    }

    public static Prober prober() {
        return new Prober(SANDBOX, ProbeLimits.DEFAULT);
    }

    /** Eight seconds of 640x360 H.264 with B-frames and a keyframe a second, and AAC. */
    public static Path clip() {
        return picture("clip.mp4", "640x360", "30", "8", h264("-g", "30", "-bf", "2"));
    }

    /** As the clip, but of few bytes, for tests that write it thousands of times. */
    public static Path tiny() {
        return picture("tiny.mp4", "64x36", "30", "8", h264("-g", "30", "-bf", "2"));
    }

    /** The clip with a note that players turn it by a quarter. */
    public static Path rotated() {
        return made("rotated.mp4", List.of("-display_rotation", "-90", "-i", clip().toString(), "-c", "copy"));
    }

    public static Path interlaced() {
        return picture("interlaced.mkv", "640x480", "50", "2", h264("-vf", "tinterlace=4", "-flags", "+ildct+ilme"));
    }

    /** One second of HDR10 in HEVC. */
    public static Path hdr() {
        return made(
                "hdr.mkv",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=25:d=1",
                        "-c:v",
                        "libx265",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p10le",
                        "-color_trc",
                        "smpte2084",
                        "-color_primaries",
                        "bt2020",
                        "-colorspace",
                        "bt2020nc",
                        "-x265-params",
                        "log-level=none:transfer=smpte2084:colorprim=bt2020:colormatrix=bt2020nc"));
    }

    public static List<String> h264(String... more) {
        var arguments = new ArrayList<>(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /**
     * A test picture with noise (a pure tone takes ffmpeg's encoder of AAC five times as long), coded as {@code coding} says and
     * else as the container likes.
     */
    public static Path picture(String name, String size, String rate, String seconds, List<String> coding) {
        var arguments = new ArrayList<>(List.of(
                "-f", "lavfi", "-i", PICTURE.formatted(size, rate, seconds), "-f", "lavfi", "-i", NOISE + seconds));
        arguments.addAll(coding);
        return made(name, arguments);
    }

    /** The picture of {@code scene} again and again, not coded anew, with the noise of {@link #picture}. */
    public static Path repeated(String name, Path scene, String seconds) {
        return made(
                name,
                List.of(
                        "-stream_loop",
                        "-1",
                        "-i",
                        scene.toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        NOISE + seconds,
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-t",
                        seconds,
                        "-c:v",
                        "copy"));
    }

    /** A file that ffmpeg makes with {@code arguments}, unless it is there. */
    public static synchronized Path made(String name, List<String> arguments) {
        var file = ROOT.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(ROOT);
            var work = ROOT.resolve("making-" + name);
            var command = new ArrayList<>(List.of("-v", "error", "-y"));
            command.addAll(arguments);
            command.add(work.toString());
            ffmpeg(command);
            return Files.move(work, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of given content. */
    public static Path file(String name, byte[] content) {
        try {
            Files.createDirectories(ROOT);
            return Files.write(ROOT.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String ffmpeg(List<String> arguments) {
        return run(TOOLS.ffmpeg(), arguments);
    }

    public static String ffprobe(String... arguments) {
        return run(TOOLS.ffprobe(), List.of(arguments)).strip();
    }

    /** What the program prints, messages included; fails the test when it fails. */
    private static String run(Path program, List<String> arguments) {
        try {
            var command = new ArrayList<>(List.of(program.toString()));
            command.addAll(arguments);
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static MediaInfo info(Path file) {
        return switch (prober().probe(file)) {
            case ProbeResult.Accepted(var info) -> info;
            case ProbeResult.Refused refused -> throw new AssertionError(refused);
        };
    }

    /** One of the two shared clips; the test is skipped where they are absent. */
    public static Path shared(String name) {
        var folder = System.getenv("VIDSTEAD_SHARED");
        var root = folder == null ? Path.of("..", "..", "shared") : Path.of(folder);
        var file = root.resolve("data/video").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no shared clip at " + file.toAbsolutePath());
        return file;
    }
}
