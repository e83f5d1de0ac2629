package io.vidstead.media.encode;

import io.vidstead.media.tools.UntrustedInput;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments that make one output of ffmpeg a single-file CMAF.
 *
 * <p>Time stamps are kept as they are: sound and picture are written into files of their own, and whatever one muxer would move
 * to begin at zero the other would not. Negative composition offsets take the place of edit lists, which players handle
 * differently; the muxer is told that fragments are discontinuous because it writes true decode times only then.
 */
final class CmafOutput {
    /** How long a segment of a copied picture is at least; it ends at the next keyframe. */
    static final long COPIED_SEGMENT_MICROS = 3_500_000;

    /** How long a segment of sound is, a little less than the frames that it is to hold. */
    private static final long AUDIO_SEGMENT_MICROS = 3_980_000;

    private static final String INDEXED = "+global_sidx";

    private static final String FLAGS =
            "+cmaf+frag_keyframe+empty_moov+default_base_moof" + INDEXED + "+negative_cts_offsets+frag_discont";

    private static final String MUXER = "-f";

    private CmafOutput() {}

    /** Of a picture: each segment begins with the first keyframe after {@code minSegmentMicros}. */
    static List<String> video(long minSegmentMicros, Path file) {
        return arguments(FLAGS, "-min_frag_duration", minSegmentMicros, file);
    }

    static List<String> audio(Path file) {
        return arguments(FLAGS, "-frag_duration", AUDIO_SEGMENT_MICROS, file);
    }

    /** Of sound that tells only with its first packet how it is coded; the header waits for it. */
    static List<String> copiedAudio(Path file) {
        return arguments(FLAGS + "+delay_moov", "-frag_duration", AUDIO_SEGMENT_MICROS, file);
    }

    /**
     * The same arguments for files that are followed while they are written: with nothing before the fragments for which all of
     * them would have to be moved in the end, and each fragment in the file as soon as it is complete. Ffmpeg else holds back up to
     * 256 kB, sixteen seconds of sound.
     */
    static List<String> growing(List<String> arguments) {
        return arguments.stream().flatMap(CmafOutput::growing).toList();
    }

    private static Stream<String> growing(String argument) {
        return switch (argument) {
            case MUXER -> Stream.of("-flush_packets", "1", MUXER);
            case String flags when flags.startsWith(FLAGS) -> Stream.of(flags.replace(INDEXED, "+skip_trailer"));
            default -> Stream.of(argument);
        };
    }

    private static List<String> arguments(String flags, String limit, long limitMicros, Path file) {
        return List.of(
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fflags",
                "+bitexact",
                "-movflags",
                flags,
                "-avoid_negative_ts",
                "disabled",
                limit,
                Long.toString(limitMicros),
                MUXER,
                "mp4",
                UntrustedInput.url(file));
    }
}
