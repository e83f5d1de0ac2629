package io.vidstead.processing;

import io.vidstead.media.tools.FfmpegTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small films for tests, drawn by ffmpeg's own sources; each is made once a build. */
public final class Clips {

    private final FfmpegTools tools;
    private final Path folder;

    public Clips(FfmpegTools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** H.264 and AAC, as cameras make it. */
    public byte[] h264(int seconds, int width, int height) {
        return make(
                "h264-" + seconds + "-" + width + "x" + height + ".mp4",
                film(
                        picture(seconds, width, height),
                        seconds,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-g",
                        "60",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        "-movflags",
                        "+faststart"));
    }

    /** H.264 and AAC in fragments, as browsers and recorders write while they record. */
    public byte[] fragmented(int seconds, int width, int height) {
        h264(seconds, width, height);
        return make(
                "fragmented-" + seconds + "-" + width + "x" + height + ".mp4",
                List.of(
                        "-i",
                        folder.resolve("h264-" + seconds + "-" + width + "x" + height + ".mp4")
                                .toString(),
                        "-c",
                        "copy",
                        "-movflags",
                        "+frag_keyframe+empty_moov+default_base_moof"));
    }

    public byte[] h264WithoutSound(int seconds) {
        return make(
                "silent-" + seconds + ".mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        picture(seconds, 640, 360),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p"));
    }

    public byte[] h264WithMp3(int seconds) {
        return make(
                "mp3-" + seconds + ".mkv",
                film(
                        picture(seconds, 640, 360),
                        seconds,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "libmp3lame"));
    }

    /** Eight seconds with two chapters, German subtitles and a tone of -6 LUFS. */
    public byte[] withWords() {
        Path subtitles = text("words.srt", """
                1
                00:00:01,000 --> 00:00:02,000
                <i>Hallo</i> <script>alert(1)</script>
                """);
        Path chapters = text("chapters.txt", """
                ;FFMETADATA1
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=4000
                title=Begin <b>
                [CHAPTER]
                TIMEBASE=1/1000
                START=4000
                END=8000
                title=End
                """);
        return make(
                "words-8.mkv",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        picture(8, 426, 240),
                        "-f",
                        "lavfi",
                        "-i",
                        "aevalsrc='0.5*sin(2*PI*997*t)|0.5*sin(2*PI*997*t)':s=48000:d=8",
                        "-i",
                        subtitles.toString(),
                        "-i",
                        chapters.toString(),
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-map",
                        "2",
                        "-map_chapters",
                        "3",
                        "-metadata:s:s:0",
                        "language=ger",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        "-c:s",
                        "srt"));
    }

    private Path text(String name, String content) {
        try {
            return Files.writeString(Files.createDirectories(folder).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] vp8(int seconds) {
        return make(
                "vp8-" + seconds + ".webm",
                film(
                        picture(seconds, 640, 360),
                        seconds,
                        "-c:v",
                        "libvpx",
                        "-deadline",
                        "realtime",
                        "-cpu-used",
                        "8",
                        "-b:v",
                        "400k",
                        "-c:a",
                        "libopus"));
    }

    /** MPEG-4 part 2 as it was before H.264, which no browser plays; drawn and decoded far faster than it is encoded. */
    public byte[] mpeg4(int seconds, int width, int height) {
        return make(
                "mpeg4-" + seconds + "-" + width + "x" + height + ".avi",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        picture(seconds, width, height),
                        "-f",
                        "lavfi",
                        "-i",
                        sound(seconds),
                        "-c:v",
                        "mpeg4",
                        "-q:v",
                        "12",
                        "-g",
                        "60",
                        "-c:a",
                        "libmp3lame"));
    }

    public byte[] soundOnly(int seconds) {
        return make("sound-" + seconds + ".m4a", List.of("-f", "lavfi", "-i", sound(seconds), "-c:a", "aac"));
    }

    public byte[] stillPicture() {
        return make("still.png", List.of("-f", "lavfi", "-i", picture(1, 640, 360), "-frames:v", "1"));
    }

    private static String picture(int seconds, int width, int height) {
        return "testsrc2=size=" + width + "x" + height + ":rate=30:duration=" + seconds;
    }

    /** A picture with a sound, coded as the rest says. */
    private static List<String> film(String picture, int seconds, String... coding) {
        List<String> arguments =
                new ArrayList<>(List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound(seconds)));
        arguments.addAll(List.of(coding));
        return arguments;
    }

    /** Noise: a pure tone takes ffmpeg's encoder of AAC five times as long. */
    private static String sound(int seconds) {
        return "anoisesrc=colour=pink:amplitude=0.1:seed=1:sample_rate=48000:duration=" + seconds;
    }

    private byte[] make(String name, List<String> arguments) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path unfinished = Files.createTempDirectory(folder, "making").resolve(name);
                run(arguments, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> arguments, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(arguments);
        command.add(output.toString());
        Process ffmpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(ffmpeg.getInputStream().readAllBytes());
        try {
            if (!ffmpeg.waitFor(2, TimeUnit.MINUTES) || ffmpeg.exitValue() != 0) {
                throw new IOException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
