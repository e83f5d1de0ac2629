package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.tools.RunLimits;
import io.vidstead.media.tools.Sandbox;
import io.vidstead.media.tools.ToolRun;
import io.vidstead.media.tools.ToolRun.Program;
import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Publishes a file's own streams without encoding the picture: H.264 is copied into segments of about 4 s that start at
 * the keyframes it has, AAC is copied, other sound is encoded alone. Thread-safe.
 */
public final class Packager {
    /** Name of the rendition that is the original's own picture. */
    public static final String SOURCE = "source";

    /** Name of the sound. */
    public static final String AUDIO = AudioTrack.NAME;

    private static final Set<String> PLAYABLE_PIXELS = Set.of("yuv420p", "yuvj420p");

    /** These tell when a frame is decoded, not when it is shown. */
    private static final Set<String> WITHOUT_TIMES = Set.of("avi", "asf");

    /** These are streams that were cut from a broadcast, as a rule in the middle of a picture. */
    private static final Set<String> ENDING_ANYWHERE = Set.of("mpegts");

    private static final Duration LEAST_TIME = Duration.ofMinutes(2);
    private static final long SLOWEST_BYTES_PER_SECOND = 4 << 20;

    /** Sound that begins later than this is encoded anew with silence before it: players wait for both. */
    private static final double LATE_SECONDS = 0.15;

    /** What an edit list hides is not shown, but for a few pictures that only decoders need. */
    private static final double HIDDEN_SECONDS = 0.15;

    private final Sandbox sandbox;

    public Packager(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Whether browsers play the picture stream as it is: H.264, 8 bits, 4:2:0, in a container that tells its times. */
    public static boolean canCopy(MediaInfo info) {
        var video = info.video();
        return video.codec().equals("h264")
                && PLAYABLE_PIXELS.contains(video.pixelFormat())
                && !WITHOUT_TIMES.contains(info.container());
    }

    /**
     * Writes {@code source.mp4} and, where there is sound, {@code audio.mp4}, {@code audio-2.mp4} … into {@code outFolder}. Limited by the disk: about
     * 0.1 s for a short clip, 2 s for a gigabyte. Existing files of these names are replaced; on failure none is left.
     *
     * @return the video rendition, named {@code source}, and the audio renditions, named {@code audio}, {@code audio-2} …
     * @throws IllegalArgumentException where {@link #canCopy} is false
     * @throws MediaException on failure or cancellation; with {@code MALFORMED_MEDIA} an encoder may still succeed
     */
    public List<Rendition> copy(Path input, MediaInfo info, Path outFolder, Cancellation cancellation) {
        if (!canCopy(info)) {
            throw new IllegalArgumentException("The picture stream cannot be copied");
        }
        var streams = AudioTrack.streams(info);
        var files = new ArrayList<Path>();
        files.add(outFolder.resolve(SOURCE + ".mp4"));
        for (int i = 0; i < streams.size(); i++) {
            files.add(outFolder.resolve(AudioTrack.name(i) + ".mp4"));
        }
        return OutputFiles.allOrNone(files, () -> {
            var video = files.getFirst();
            run(input, info, outFolder, 0, copying(info, files), cancellation);
            double early = -start(video);
            double sound = info.hasAudio() ? Math.max(0, start(files.get(1))) : 0;
            requireFromTheBegin(early, start(video) - sound);
            if (ENDING_ANYWHERE.contains(info.container())) {
                requireWholeEnd(video, cancellation);
            }
            if (early > 0) {
                // Times before zero cannot be written, so all is moved.
                run(input, info, outFolder, early, copying(info, files), cancellation);
            }
            var renditions = new ArrayList<Rendition>();
            renditions.add(new Rendition(SOURCE, video, CmafFile.read(video), true));
            for (int i = 0; i < streams.size(); i++) {
                var stream = streams.get(i);
                var audio = files.get(i + 1);
                if (start(audio) > LATE_SECONDS && AudioTrack.canCopy(stream)) {
                    run(input, info, outFolder, Math.max(0, early), AudioTrack.encoded(stream, audio), cancellation);
                }
                renditions.add(AudioTrack.rendition(i, stream, audio));
            }
            return List.copyOf(renditions);
        });
    }

    /** @throws MediaException where a player would show what is hidden, or nothing at first: an encoder does better */
    private static void requireFromTheBegin(double early, double late) {
        if (early > HIDDEN_SECONDS) {
            throw new MediaException(Code.MALFORMED_MEDIA, "An edit list hides the first pictures");
        }
        if (late > LATE_SECONDS) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The picture begins late");
        }
    }

    /** @throws MediaException where the last segment holds half a picture, at which players give up */
    private void requireWholeEnd(Path video, Cancellation cancellation) {
        var index = CmafFile.read(video);
        double last = index.seconds(index.startTicks())
                + index.durationSeconds()
                - index.seconds(index.segments().getLast().durationTicks());
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error"));
        arguments.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", Math.max(0, last))));
        arguments.addAll(UntrustedInput.arguments(video));
        arguments.addAll(List.of("-f", "null", "-"));
        var result = sandbox.run(
                ToolRun.reading(Program.FFMPEG, arguments, video, RunLimits.quick(LEAST_TIME), cancellation));
        if (!result.require("Looking at the last picture").stderr().isBlank()) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The last picture is damaged");
        }
    }

    private static double start(Path file) {
        CmafIndex index = CmafFile.read(file);
        return index.seconds(index.startTicks());
    }

    /** @param files the picture's, then one a sound stream */
    private static List<String> copying(MediaInfo info, List<Path> files) {
        var arguments = new ArrayList<>(List.of("-map", "0:" + info.video().index(), "-c:v", "copy"));
        arguments.addAll(CmafOutput.video(CmafOutput.COPIED_SEGMENT_MICROS, files.getFirst()));
        var streams = AudioTrack.streams(info);
        for (int i = 0; i < streams.size(); i++) {
            var stream = streams.get(i);
            var audio = files.get(i + 1);
            arguments.addAll(
                    AudioTrack.canCopy(stream) ? AudioTrack.copied(stream, audio) : AudioTrack.encoded(stream, audio));
        }
        return arguments;
    }

    private void run(
            Path input,
            MediaInfo info,
            Path outFolder,
            double shiftSeconds,
            List<String> outputs,
            Cancellation cancellation) {
        var arguments = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-v", "error", "-y"));
        if (shiftSeconds > 0) {
            arguments.addAll(List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", shiftSeconds)));
        }
        // A decoder conceals a damaged picture; players give up at one.
        arguments.addAll(List.of("-fflags", "+discardcorrupt"));
        arguments.addAll(UntrustedInput.arguments(input));
        arguments.addAll(outputs);
        sandbox.run(ToolRun.writing(arguments, input, outFolder, limits(info), cancellation))
                .require("Packaging");
    }

    private static RunLimits limits(MediaInfo info) {
        int tracks = AudioTrack.streams(info).size();
        long sound = (long) (info.seconds() * AudioTrack.BITRATE_BPS / 8 * tracks);
        var time = LEAST_TIME
                .plusSeconds(info.sizeBytes() / SLOWEST_BYTES_PER_SECOND)
                .plus(info.duration().multipliedBy(tracks));
        return RunLimits.thorough(time, info.sizeBytes() * 3 + sound * 2 + (64L << 20));
    }
}
