package io.vidstead.media.encode;

import io.vidstead.media.AudioStream;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.Sound;
import io.vidstead.media.cmaf.CmafFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The arguments that make each sound stream a rendition of its own. */
final class AudioTrack {
    static final String NAME = "audio";

    /** Films come in so many languages at most; further ones are left out. */
    private static final int MAX_TRACKS = 8;

    static final int BITRATE_BPS = 128_000;

    private static final Set<String> PLAYABLE_PROFILES = Set.of("LC", "HE-AAC", "HE-AACv2");

    /** Drops what an encoder put before the beginning; without an edit list it would be heard, and late. */
    private static final String FROM_ZERO = "noise=drop='lt(pts,0)'";

    /** From the framing of MPEG-TS to that of MP4; leaves alone what has it already. */
    private static final String UNFRAMED = "aac_adtstoasc";

    /** Ffprobe's names of codings that it does not know. */
    private static final Set<String> UNKNOWN = Set.of("", "none", "unknown");

    private AudioTrack() {}

    /** The sound streams that become renditions. */
    static List<AudioStream> streams(MediaInfo info) {
        var first = info.audio().stream().limit(1);
        var others = info.audio().stream().skip(1).filter(stream -> !UNKNOWN.contains(stream.codec()));
        return Stream.concat(first, others).limit(MAX_TRACKS).toList();
    }

    /** {@code audio}, {@code audio-2}, {@code audio-3} … */
    static String name(int number) {
        return number == 0 ? NAME : NAME + "-" + (number + 1);
    }

    static Rendition rendition(int number, AudioStream stream, Path file) {
        return new Rendition(name(number), file, CmafFile.read(file), false, Optional.of(Sound.of(stream)));
    }

    /** Whether browsers play the stream as it is. */
    static boolean canCopy(AudioStream stream) {
        return stream.codec().equals("aac") && PLAYABLE_PROFILES.contains(stream.profile());
    }

    static List<String> copied(AudioStream stream, Path file) {
        var bitstream = UNFRAMED + "," + FROM_ZERO;
        return arguments(stream, List.of("-c:a", "copy"), bitstream, CmafOutput.copiedAudio(file));
    }

    /** Stereo AAC from the very beginning of the file on, with silence where the source has gaps. */
    static List<String> encoded(AudioStream stream, Path file) {
        var coding = List.of(
                "-af",
                "aresample=async=1:first_pts=0",
                "-c:a",
                "aac",
                "-b:a",
                Integer.toString(BITRATE_BPS),
                "-ac",
                "2",
                "-ar",
                stream.sampleRateHz() == 44_100 ? "44100" : "48000",
                "-flags:a",
                "+bitexact");
        return arguments(stream, coding, FROM_ZERO, CmafOutput.audio(file));
    }

    private static List<String> arguments(
            AudioStream stream, List<String> coding, String bitstream, List<String> output) {
        var arguments = new ArrayList<>(List.of("-map", "0:" + stream.index()));
        arguments.addAll(coding);
        arguments.addAll(List.of("-bsf:a", bitstream));
        arguments.addAll(output);
        return arguments;
    }
}
