package io.vidstead.media.encode;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.VideoStream;
import java.util.ArrayList;
import java.util.List;

/** Decides which renditions a video gets. Pure and deterministic. */
public final class Ladder {
    /** A source that misses a step by less than this is given that step at its own size: 1920x1072 is 1080p. */
    private static final double NEAR = 0.9;

    private static final int FIRST_SIDE = 360;
    private static final int MAX_RATE = 60;
    private static final double FAST = 35;
    private static final double FAST_FACTOR = 1.5;
    private static final int[] USUAL_RATES = {24, 25, 30, 50, 60};

    private Ladder() {}

    /** The fixed ladder of a profile: the same for every video of a size. */
    public static LadderPlan fixed(MediaInfo info, LadderProfile profile) {
        return new LadderPlan(profile.name(), profile.preset(), plan(info, profile), List.of(), 0);
    }

    /**
     * The rungs of a video, highest first, at least one; never larger than the source, never faster than 60 frames a
     * second. For a file of sound it is the one that {@link SoundPackager} makes.
     */
    public static List<Rung> plan(MediaInfo info, LadderProfile profile) {
        var video = info.video();
        var rate = frameRate(video);
        if (video.isDrawn()) {
            return List.of(rung(SoundPackager.pictureName(), video.shortSide(), 0, video, rate, profile));
        }
        var rungs = new ArrayList<Rung>();
        for (var step : profile.steps()) {
            if (video.shortSide() >= step.shortSide() * NEAR) {
                rungs.add(rung(step.shortSide() + "p", step.shortSide(), step.maxBitrateBps(), video, rate, profile));
            }
        }
        if (rungs.isEmpty()) {
            int side = video.shortSide();
            rungs.add(rung(side + "p", side, profile.steps().getLast().maxBitrateBps(), video, rate, profile));
        }
        return List.copyOf(rungs);
    }

    /** The rung to make first where the source cannot be copied: 360p or, with a smaller source, the highest below. */
    public static Rung first(List<Rung> rungs) {
        return rungs.stream()
                .filter(rung -> rung.shortSide() <= FIRST_SIDE)
                .findFirst()
                .orElseGet(rungs::getLast);
    }

    private static Rung rung(
            String name, int side, int bitrateBps, VideoStream video, FrameRate rate, LadderProfile profile) {
        double factor = Math.min(1, (double) side / video.shortSide());
        int cap = rate.perSecond() > FAST ? (int) (bitrateBps * FAST_FACTOR) : bitrateBps;
        return new Rung(
                name,
                even(video.width(), factor),
                even(video.height(), factor),
                rate,
                VideoCodec.H264,
                profile.crf(),
                cap);
    }

    /** The nearest even number to {@code size * factor} that is not larger than {@code size}. */
    private static int even(int size, double factor) {
        int nearest = (int) Math.round(size * factor / 2) * 2;
        return Math.max(2, Math.min(nearest, size / 2 * 2));
    }

    /** The source's rate where its frames are evenly spaced, else the usual rate above the average; halved down to 60. */
    static FrameRate frameRate(VideoStream video) {
        var average = video.averageRate();
        var nominal = video.nominalRate();
        if (!average.isKnown() && !nominal.isKnown()) {
            return FrameRate.of(30);
        }
        double shown = average.isKnown() ? average.perSecond() : nominal.perSecond();
        boolean even = nominal.isKnown() && Math.abs(nominal.perSecond() - shown) < 0.1 * shown;
        return limited(even ? nominal : usual(shown));
    }

    private static FrameRate usual(double shown) {
        for (int rate : USUAL_RATES) {
            if (rate >= shown * 0.999) {
                return FrameRate.of(rate);
            }
        }
        return FrameRate.of((int) Math.round(shown));
    }

    private static FrameRate limited(FrameRate rate) {
        int divisor = (int) Math.ceil(rate.perSecond() / MAX_RATE - 0.001);
        return divisor <= 1 ? rate : new FrameRate(rate.numerator(), Math.multiplyExact(rate.denominator(), divisor));
    }
}
