package io.vidstead.media.encode;

import io.vidstead.media.MediaException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All that was decided of one video's ladder. Whoever encodes any part of it encodes it by this plan, so that the parts fit
 * together whatever the settings have become meanwhile.
 *
 * @param profile name of the profile it was made by
 * @param preset x264's preset
 * @param rungs what to make in one decode, highest first, of one frame rate; at least one
 * @param dropped rungs of the profile that this video does not need
 * @param savedBytes estimate of what the fixed ladder of the profile would take more; 0 where nothing was measured
 */
public record LadderPlan(String profile, String preset, List<Rung> rungs, List<Dropped> dropped, long savedBytes) {

    private static final int HIGHEST_AV1 = 1080;

    /** Of nearly equal SSIM with the presets that are used. */
    private static final int H264_CRF = 23;

    private static final int AV1_CRF = 28;
    private static final double AV1_CRF_STEP = 1.5;
    private static final int AV1_CRF_MOST = 55;
    private static final double AV1_SHARE = 0.65;

    /** A rung that would add nothing. */
    public record Dropped(String name, int shortSide, Reason reason) {}

    /** Why a rung is not made. */
    public enum Reason {
        /** The picture has no detail that the next lower rung would lose. */
        NO_MORE_DETAIL,
        /** It takes hardly fewer bits than the next higher rung. */
        HARDLY_SMALLER
    }

    public LadderPlan {
        rungs = List.copyOf(rungs);
        dropped = List.copyOf(dropped);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder without rungs");
        }
    }

    /** The short side up to which this ladder shows all that the source does. */
    public int shownSide() {
        return IntStream.concat(
                        rungs.stream().mapToInt(Rung::shortSide),
                        dropped.stream().mapToInt(Dropped::shortSide))
                .max()
                .orElseThrow();
    }

    /** The same rungs, up to {@value #HIGHEST_AV1} lines, in AV1: for videos that are watched so much that it pays. */
    public List<Rung> av1() {
        return rungs.stream()
                .filter(rung -> rung.shortSide() <= HIGHEST_AV1)
                .map(rung -> coded(rung, "-av1", VideoCodec.AV1))
                .toList();
    }

    /** The highest rung with the light of a source of high dynamic range. */
    public Rung hdr() {
        return coded(rungs.getFirst(), "-hdr", VideoCodec.AV1_HDR);
    }

    /** SVT-AV1's rate factor has other steps, and its bytes show more. */
    private static Rung coded(Rung rung, String suffix, VideoCodec codec) {
        int crf = Math.clamp(Math.round(AV1_CRF + (rung.crf() - H264_CRF) * AV1_CRF_STEP), 1, AV1_CRF_MOST);
        int cap = (int) (rung.maxBitrateBps() * AV1_SHARE);
        return new Rung(rung.name() + suffix, rung.width(), rung.height(), rung.frameRate(), codec, crf, cap);
    }

    public String toJson() {
        return PlanJson.write(this);
    }

    /** @throws MediaException with {@code MALFORMED_MEDIA} where the text is not what {@link #toJson} gave */
    public static LadderPlan fromJson(String json) {
        return PlanJson.read(json);
    }
}
