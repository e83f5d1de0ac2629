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

    private static final int SCENE_SECONDS = 2;

    private final FfmpegTools tools;
    private final Path folder;

    public Clips(FfmpegTools tools, Path folder) {
        this.tools = tools;
        this.folder = folder;
    }

    /** H.264 and AAC, as cameras make it. */
    public byte[] h264(int seconds, int width, int height) {
        return film(
                h264Name(seconds, width, height), seconds, h264Scene(width, height), "aac", "-movflags", "+faststart");
    }

    private static String h264Name(int seconds, int width, int height) {
        return "h264-" + seconds + "-" + width + "x" + height + ".mp4";
    }

    /** H.264 and AAC in fragments, as browsers and recorders write while they record. */
    public byte[] fragmented(int seconds, int width, int height) {
        h264(seconds, width, height);
        return make(
                "fragmented-" + seconds + "-" + width + "x" + height + ".mp4",
                List.of(
                        "-i",
                        folder.resolve(h264Name(seconds, width, height)).toString(),
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
        return film("mp3-" + seconds + ".mkv", seconds, h264Scene(640, 360), "libmp3lame");
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
        Path scene = scene("vp8.webm", 640, 360, "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "400k");
        return film("vp8-" + seconds + ".webm", seconds, scene, "libopus");
    }

    /** MPEG-4 part 2 as it was before H.264, which no browser plays; drawn and decoded far faster than it is encoded. */
    public byte[] mpeg4(int seconds, int width, int height) {
        Path scene = scene("mpeg4.avi", width, height, "mpeg4", "-q:v", "12");
        return film("mpeg4-" + seconds + "-" + width + "x" + height + ".avi", seconds, scene, "libmp3lame");
    }

    public byte[] twoLanguages(int seconds) {
        List<String> arguments = new ArrayList<>(
                List.of("-stream_loop", "-1", "-i", h264Scene(640, 360).toString()));
        arguments.addAll(List.of("-f", "lavfi", "-i", sound(seconds), "-f", "lavfi", "-i", sound(seconds)));
        arguments.addAll(List.of("-map", "0:v", "-map", "1:a", "-map", "2:a", "-t", Integer.toString(seconds)));
        arguments.addAll(List.of("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=ger"));
        arguments.addAll(List.of("-c:v", "copy", "-c:a", "aac"));
        return make("two-languages-" + seconds + ".mp4", arguments);
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

    private Path h264Scene(int width, int height) {
        return scene("h264.mp4", width, height, "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
    }

    /** Two seconds without sound, one group of pictures. */
    private Path scene(String name, int width, int height, String codec, String... coding) {
        List<String> arguments = new ArrayList<>(
                List.of("-f", "lavfi", "-i", picture(SCENE_SECONDS, width, height), "-g", "60", "-c:v", codec));
        arguments.addAll(List.of(coding));
        return made("scene-" + width + "x" + height + "-" + name, arguments);
    }

    /** The scene again and again, not coded anew, with a sound. */
    private byte[] film(String name, int seconds, Path scene, String soundCodec, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-stream_loop", "-1", "-i", scene.toString()));
        arguments.addAll(List.of("-f", "lavfi", "-i", sound(seconds)));
        arguments.addAll(List.of("-t", Integer.toString(seconds), "-c:v", "copy", "-c:a", soundCodec));
        arguments.addAll(List.of(more));
        return make(name, arguments);
    }

    /** Noise: a pure tone takes ffmpeg's encoder of AAC five times as long. */
    private static String sound(int seconds) {
        return "anoisesrc=colour=pink:amplitude=0.1:seed=1:sample_rate=48000:duration=" + seconds;
    }

    private byte[] make(String name, List<String> arguments) {
        try {
            return Files.readAllBytes(made(name, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path made(String name, List<String> arguments) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Path unfinished = Files.createTempDirectory(folder, "making").resolve(name);
                run(arguments, unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
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
