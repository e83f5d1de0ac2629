package io.vidstead.media.encode;

import io.vidstead.media.AudioStream;
import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Progress;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * /**
 * Encodes all rungs of a ladder in one ffmpeg process with one decode: closed 2 s groups and 4 s segments, square pixels,
 * upright, constant frame rate; each sound stream once as AAC 128 kb/s. Thread-safe; each call uses all cores, at low priority.
 */
public final class LadderEncoder {
    /** Where SVT-AV1 costs about 2.4 times what x264 does at superfast. */
    private static final String AV1_PRESET = "10";

    private static final Duration LEAST_TIME = Duration.ofMinutes(10);

    /** Even 8K sources on a small machine are done within this multiple of their length. */
    private static final int SLOWEST = 60;

    /** Share of the decoder's buffer that is full where a chunk begins. */
    private static final double STARTING_BUFFER = 0.3;

    private static final String TELL_EVERY = "0.5";

    private final Sandbox sandbox;

    public LadderEncoder(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Writes {@code <rung>.mp4} for each rung and, if {@code withAudio}, {@code audio.mp4}, {@code audio-2.mp4} … for its
     * sound streams into {@code outFolder}.
     * Existing files of these names are replaced; on failure none is left.
     *
     * @param rungs highest first, of one frame rate and range of light, as a {@link LadderPlan} has them
     * @param preset x264's preset, as in {@link LadderProfile#preset}; other encoders have one of their own
     * @return the video renditions in the order of {@code rungs}, then the audio renditions
     * @throws MediaException on failure or cancellation
     */
    public List<Rendition> encode(
            Path input,
            MediaInfo info,
            List<Rung> rungs,
            String preset,
            boolean withAudio,
            Path outFolder,
            Progress.Listener listener,
            Cancellation cancellation) {
        var names = new ArrayList<>(rungs.stream().map(Rung::name).toList());
        var sounds = withAudio ? AudioTrack.streams(info) : List.<AudioStream>of();
        for (int i = 0; i < sounds.size(); i++) {
            names.add(AudioTrack.name(i));
        }
        var files = names.stream().map(name -> outFolder.resolve(name + ".mp4")).toList();
        return OutputFiles.allOrNone(files, () -> {
            var run = ToolRun.writing(
                            arguments(input, info, rungs, preset, files, TELL_EVERY),
                            input,
                            outFolder,
                            limits(info, rungs),
                            cancellation)
                    .tellingLines(ProgressLines.byTime(info.duration(), listener));
            sandbox.run(run).require("Encoding");
            var renditions = new ArrayList<Rendition>();
            for (int i = 0; i < rungs.size(); i++) {
                renditions.add(new Rendition(names.get(i), files.get(i), CmafFile.read(files.get(i)), false));
            }
            for (int i = 0; i < sounds.size(); i++) {
                renditions.add(AudioTrack.rendition(i, sounds.get(i), files.get(rungs.size() + i)));
            }
            return List.copyOf(renditions);
        });
    }

    /** @param tellEvery seconds between two reports of progress */
    static List<String> arguments(
            Path input, MediaInfo info, List<Rung> rungs, String preset, List<Path> files, String tellEvery) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        arguments.addAll(List.of("-nostats", "-progress", "pipe:1", "-stats_period", tellEvery));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(List.of("-filter_complex", LadderGraph.of(info.video(), rungs, Chunk.WHOLE, true)));
        for (int i = 0; i < rungs.size(); i++) {
            arguments.addAll(output(rungs.get(i), LadderGraph.output(i), preset, Chunk.WHOLE, files.get(i)));
        }
        for (int i = rungs.size(); i < files.size(); i++) {
            arguments.addAll(AudioTrack.encoded(AudioTrack.streams(info).get(i - rungs.size()), files.get(i)));
        }
        return arguments;
    }

    static List<String> output(Rung rung, String label, String preset, Chunk chunk, Path file) {
        var grid = new FrameGrid(rung.frameRate());
        double segmentMicros = (grid.segmentFrames() - 0.5) / rung.frameRate().perSecond() * 1e6;
        var arguments = new ArrayList<>(List.of("-map", "[" + label + "]"));
        arguments.addAll(coding(rung.codec(), preset, grid.groupFrames(), chunk));
        arguments.addAll(List.of(
                "-crf",
                Integer.toString(rung.crf()),
                "-maxrate",
                Integer.toString(rung.maxBitrateBps()),
                "-bufsize",
                Integer.toString(2 * rung.maxBitrateBps()),
                "-pix_fmt",
                LadderGraph.pixelFormat(rung.codec()),
                "-flags:v",
                "+bitexact"));
        arguments.addAll(CmafOutput.video((long) segmentMicros, file));
        return arguments;
    }

    private static List<String> coding(VideoCodec codec, String preset, int group, Chunk chunk) {
        return switch (codec) {
            case H264 ->
                List.of(
                        "-c:v",
                        "libx264",
                        "-preset",
                        preset,
                        "-x264-params",
                        "keyint=" + group + ":min-keyint=" + group + ":scenecut=0:open-gop=0" + startingBuffer(chunk));
            case AV1, AV1_HDR -> List.of("-c:v", "libsvtav1", "-preset", AV1_PRESET, "-g", Integer.toString(group));
        };
    }

    /**
     * A chunk begins with a decoder's buffer about as it is in the middle of a video at its cap: from a full one, x264's own start,
     * every chunk would draw nearly two seconds' bits more.
     */
    private static String startingBuffer(Chunk chunk) {
        return chunk.from() == 0 ? "" : ":vbv-init=" + STARTING_BUFFER;
    }

    static RunLimits limits(MediaInfo info, List<Rung> rungs) {
        double bps = rungs.stream().mapToDouble(Rung::maxBitrateBps).sum()
                + AudioTrack.BITRATE_BPS * AudioTrack.streams(info).size();
        long bytes = (long) (info.seconds() * bps / 8 * 2) + (64L << 20);
        return RunLimits.thorough(LEAST_TIME.plus(info.duration().multipliedBy(SLOWEST)), bytes)
                .inBackground();
    }
}
