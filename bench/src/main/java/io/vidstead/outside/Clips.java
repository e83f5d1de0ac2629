package io.vidstead.outside;

import io.vidstead.media.tools.FfmpegTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clips drawn by ffmpeg's own sources: moving, noisy enough to cost what real pictures cost, with sound. */
public record Clips(Path ffmpeg, Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<String> INDEX_IN_FRONT = List.of("-movflags", "+faststart");

    /** How the picture of a clip is coded. */
    public enum Coding {
        /** H.264 with a closed group each 2 seconds, about 6 Mb/s at 1080p. */
        H264("-c:v libx264 -preset ultrafast -b:v 6M -maxrate 8M -bufsize 12M -g 60"),
        /** The same at 300 kb/s, for hours of it. */
        THIN_H264("-c:v libx264 -preset ultrafast -b:v 300k -maxrate 400k -bufsize 600k -g 60"),
        /** What phones record and browsers do not all play. */
        HEVC("-c:v libx265 -preset ultrafast -b:v 6M -g 60 -tag:v hvc1 -x265-params log-level=error");

        private final List<String> arguments;

        Coding(String arguments) {
            this.arguments = List.of(arguments.split(" "));
        }
    }

    /** Uses the server's own ffmpeg, kept in the tools folder, so that both sides encode with the same program. */
    public static Clips drawnBy(Path tools, Path folder) {
        return new Clips(FfmpegTools.packaged(tools).ffmpeg(), folder);
    }

    /** H.264 and AAC, index in front. */
    public Path draw(String size, int seconds) throws IOException, InterruptedException {
        return draw(size, seconds, Coding.H264);
    }

    /** Index in front, sound in AAC. */
    public Path draw(String size, int seconds, Coding coding) throws IOException, InterruptedException {
        Path clip = folder.resolve("clip-%s-%ds-%s.mp4".formatted(size, seconds, coding));
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=30:duration=" + seconds));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=330:duration=" + seconds));
        arguments.addAll(List.of("-vf", "noise=alls=8:allf=t", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "128k"));
        arguments.addAll(coding.arguments);
        arguments.addAll(INDEX_IN_FRONT);
        return make(clip, arguments);
    }

    /** The clip played several times over, not encoded again; index in front. */
    public Path repeat(Path clip, int times) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-stream_loop", Integer.toString(times - 1)));
        arguments.addAll(List.of("-i", clip.toString(), "-c", "copy"));
        arguments.addAll(INDEX_IN_FRONT);
        return make(folder.resolve("times-" + times + "-" + clip.getFileName()), arguments);
    }

    /** The clip with its index behind the media, as cameras write it. */
    public Path indexBehind(Path clip) throws IOException, InterruptedException {
        return make(folder.resolve("index-behind-" + clip.getFileName()), List.of("-i", clip.toString(), "-c", "copy"));
    }

    private Path make(Path clip, List<String> arguments) throws IOException, InterruptedException {
        if (!Files.exists(clip)) {
            List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y"));
            command.addAll(arguments);
            command.add(clip.toString());
            Programs.run(LIMIT, command);
        }
        return clip;
    }
}
