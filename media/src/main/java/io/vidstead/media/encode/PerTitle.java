package io.vidstead.media.encode;

import io.vidstead.media.Cancellation;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaInfo;
import io.vidstead.media.tools.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the fixed ladder to one video. Easy pictures look the same with far fewer bits, and rungs that show nothing which the
 * next lower one does not, or save nothing against the next higher one, are left out. Thread-safe.
 */
public final class PerTitle {
    /** Shorter videos are encoded about as quickly as they are looked into. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** A rung has to save this share of the next higher one's bits, and so many a second. */
    private static final double WORTH_A_SHARE = 0.25;

    private static final double WORTH_BPS = 100_000;

    /** How much harder than the tried parts others are expected to be. */
    private static final int HARDEST = 4;

    private final ComplexityProbe probe;

    public PerTitle(Sandbox sandbox) {
        this.probe = new ComplexityProbe(sandbox);
    }

    /**
     * A plan for this video, after trial encodings of a few seconds (at most about 4 s of processor time).
     *
     * @return the fixed ladder where looking into the video is not worth it, fails, or the profile wants every bit
     * @throws MediaException when cancelled, or where ffmpeg is not to be had
     */
    public LadderPlan plan(Path input, MediaInfo info, LadderProfile profile, Cancellation cancellation) {
        var fixed = Ladder.fixed(info, profile);
        if (profile.tolerance() <= 0 || info.duration().compareTo(SHORTEST) < 0) {
            return fixed;
        }
        return probe.measure(input, info, fixed.rungs(), cancellation)
                .map(complexity -> fitted(fixed, profile.tolerance(), complexity, info.seconds()))
                .orElse(fixed);
    }

    /** @param tolerance by how much SSIM may fall below that of the fixed ladder */
    static LadderPlan fitted(LadderPlan fixed, double tolerance, Complexity complexity, double seconds) {
        var kept = new ArrayList<Rung>();
        var dropped = new ArrayList<LadderPlan.Dropped>();
        int highest = highestUseful(fixed.rungs(), tolerance, complexity);
        var first = Ladder.first(fixed.rungs());
        double above = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fixed.rungs().size(); i++) {
            var rung = fixed.rungs().get(i);
            int raise = complexity.raise(rung, tolerance);
            double bps = Math.min(complexity.bps(rung, raise), rung.maxBitrateBps());
            if (i < highest) {
                dropped.add(dropped(rung, LadderPlan.Reason.NO_MORE_DETAIL));
            } else if (hardlySmaller(bps, above) && !rung.equals(first)) {
                dropped.add(dropped(rung, LadderPlan.Reason.HARDLY_SMALLER));
            } else {
                kept.add(rung.withRate(rung.crf() + raise, cap(rung, bps)));
                above = bps;
            }
        }
        long saved =
                (long) ((expected(fixed.rungs(), fixed.rungs(), complexity) - expected(fixed.rungs(), kept, complexity))
                        * seconds
                        / 8);
        return new LadderPlan(fixed.profile(), fixed.preset(), kept, dropped, Math.max(0, saved));
    }

    /** The first rung, from above, of which the next lower one would not show as much. */
    private static int highestUseful(List<Rung> rungs, double tolerance, Complexity complexity) {
        for (int i = 0; i < complexity.detail().size(); i++) {
            var rung = rungs.get(i);
            var next = rungs.get(i + 1);
            double coding = complexity.loss(next, complexity.raise(next, tolerance)) - complexity.loss(rung, 0);
            if (1 - complexity.detail().get(i) + Math.max(0, coding) > tolerance) {
                return i;
            }
        }
        return complexity.detail().size();
    }

    private static boolean hardlySmaller(double bps, double above) {
        return above - bps < Math.max(WORTH_BPS, WORTH_A_SHARE * above);
    }

    private static LadderPlan.Dropped dropped(Rung rung, LadderPlan.Reason reason) {
        return new LadderPlan.Dropped(rung.name(), rung.shortSide(), reason);
    }

    /** Room for parts that are much harder than those that were tried, and no more. */
    private static int cap(Rung rung, double bps) {
        double enough = Math.max(HARDEST * bps, rung.maxBitrateBps() / (double) HARDEST);
        return (int) Math.min(rung.maxBitrateBps(), enough);
    }

    /** Bits a second of all of {@code rungs}, whose rate factors may be raised against those of {@code fixed}. */
    private static double expected(List<Rung> fixed, List<Rung> rungs, Complexity complexity) {
        return rungs.stream()
                .mapToDouble(rung -> Math.min(
                        complexity.bps(rung, rung.crf() - fixed.getFirst().crf()), rung.maxBitrateBps()))
                .sum();
    }
}
