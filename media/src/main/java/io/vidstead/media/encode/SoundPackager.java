package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.VideoStream;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes a file that has sound and no moving picture: a rendition of its waveform, which stands still, goes with the
 * sound, so that every player and every page treats it as a video. Thread-safe.
 *
 * <p>It has as many pictures a second as a film, none of which waits for a later one: decoders hold some back, and hls.js does not
 * end a stream, which would free them, before it has seen the first. One segment is encoded and repeated, so all these
 * pictures cost nothing.
 */
public final class SoundPackager {
    private static final FrameGrid GRID = new FrameGrid(VideoStream.drawn().averageRate());

    /** More than any decoder holds back. */
    private static final int LEAST_FRAMES = 10;

    /** Sound may end this much after its last picture. */
    private static final double REST_SECONDS = 0.02;

    /** The drawing keeps all samples in memory: 12 hours take 350 MB at this rate. */
    private static final int DRAWN_SAMPLES_PER_SECOND = 4000;

    private static final String BACKGROUND = "0x1b1715";
    private static final String WAVE = "0xe58a4e";
    private static final Duration LEAST_TIME = Duration.ofMinutes(2);
    private static final int PICTURE_BPS = 200_000;

    private final Sandbox sandbox;

    public SoundPackager(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The name of the picture's rendition. */
    public static String pictureName() {
        return VideoStream.drawn().shortSide() + "p";
    }

    /**
     * Writes {@code 720p.mp4} (H.264, 25 pictures a second) and {@code audio.mp4} into {@code outFolder}. Costs the
     * decoding of the sound: about 10 CPU-s an hour. Existing files of these names are replaced; on failure none is left.
     *
     * @return the video rendition, then the audio rendition
     * @throws IllegalArgumentException where the file has a picture of its own
     * @throws MediaException on failure or cancellation
     */
    public List<Rendition> make(
            Path input, MediaInfo info, Path outFolder, Progress.Listener listener, Cancellation cancellation) {
        if (!info.video().isDrawn()) {
            throw new IllegalArgumentException("The file has a picture of its own");
        }
        var picture = outFolder.resolve(pictureName() + ".mp4");
        var audio = outFolder.resolve(AudioTrack.NAME + ".mp4");
        var segment = outFolder.resolve("segment.mp4");
        var last = outFolder.resolve("last-segment.mp4");
        return OutputFiles.allOrNone(List.of(picture, audio, segment, last), () -> {
            long bytes = (long) (info.seconds() * 2 * AudioTrack.BITRATE_BPS / 8);
            var limits = RunLimits.thorough(LEAST_TIME.plus(info.duration()), info.sizeBytes() + bytes + (64L << 20));
            var arguments = arguments(input, info, segment, last, audio);
            var run = ToolRun.writing(arguments, input, outFolder, limits, cancellation)
                    .tellingLines(ProgressLines.byTime(info.duration(), listener));
            sandbox.run(run).require("Drawing the sound");
            var joined = ChunkJoiner.join(pictureName(), GRID, parts(frames(info), segment, last), picture);
            OutputFiles.deleteAll(List.of(segment, last));
            return List.of(joined, new Rendition(AudioTrack.NAME, audio, CmafFile.read(audio), false));
        });
    }

    private static long frames(MediaInfo info) {
        double perSecond = GRID.rate().perSecond();
        return Math.max(LEAST_FRAMES, (long) Math.ceil((info.seconds() - REST_SECONDS) * perSecond));
    }

    /** Of the last segment, which may be a whole one. */
    private static long lastFrames(long frames) {
        return (frames - 1) % GRID.segmentFrames() + 1;
    }

    private static List<ChunkJoiner.Part> parts(long frames, Path segment, Path last) {
        var whole = CmafFile.read(segment);
        long end = frames - lastFrames(frames);
        var parts = new ArrayList<ChunkJoiner.Part>();
        for (long from = 0; from < end; from += GRID.segmentFrames()) {
            var chunk = Chunk.between(from, from + GRID.segmentFrames());
            parts.add(new ChunkJoiner.Part(chunk, whole, () -> Files.newInputStream(segment)));
        }
        var rest = Chunk.between(end, frames);
        parts.add(new ChunkJoiner.Part(rest, CmafFile.read(last), () -> Files.newInputStream(last)));
        return parts;
    }

    private static List<String> arguments(Path input, MediaInfo info, Path segment, Path last, Path audio) {
        var stream = info.audio().getFirst();
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        arguments.addAll(List.of("-nostats", "-progress", "pipe:1", "-stats_period", "0.5"));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(
                AudioTrack.canCopy(stream) ? AudioTrack.copied(stream, audio) : AudioTrack.encoded(stream, audio));
        arguments.addAll(List.of("-filter_complex", filters(info)));
        arguments.addAll(picture("[segment]", segment));
        arguments.addAll(picture("[last]", last));
        return arguments;
    }

    private static List<String> picture(String pad, Path file) {
        var arguments = new ArrayList<>(List.of("-map", pad, "-c:v", "libx264", "-preset", "veryfast"));
        arguments.addAll(List.of("-tune", "stillimage", "-crf", "23", "-bf", "0"));
        arguments.addAll(List.of("-maxrate", Integer.toString(PICTURE_BPS), "-bufsize", "2M"));
        int keyframes = GRID.segmentFrames();
        arguments.addAll(List.of("-x264-params", "keyint=%1$d:min-keyint=%1$d:scenecut=0".formatted(keyframes)));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-flags:v", "+bitexact"));
        arguments.addAll(CmafOutput.video(Duration.ofMinutes(1).toNanos() / 1000, file));
        return arguments;
    }

    private static String filters(MediaInfo info) {
        var video = info.video();
        int segment = GRID.segmentFrames();
        // The drawing refuses sound of fewer samples than the picture has columns.
        return "[0:%d]aformat=sample_fmts=s16:channel_layouts=mono:sample_rates=%d,apad=whole_len=%d,"
                        .formatted(info.audio().getFirst().index(), DRAWN_SAMPLES_PER_SECOND, 2 * video.width())
                + "showwavespic=s=%dx%d:colors=%s:scale=sqrt:draw=full,format=rgba,"
                        .formatted(video.width(), video.height() / 2, WAVE)
                + "pad=%d:%d:0:(oh-ih)/2:color=%s@0,split[wave][copy];[copy]drawbox=c=%s@1:t=fill:replace=1[ground];"
                        .formatted(video.width(), video.height(), BACKGROUND, BACKGROUND)
                + "[ground][wave]overlay,format=yuv420p,loop=loop=%d:size=1,settb=1/%2$s,setpts=N,fps=%2$s,split[segment][whole];"
                        .formatted(segment - 1, GRID.rate())
                + "[whole]trim=end_frame=%d[last]".formatted(lastFrames(frames(info)));
    }
}
