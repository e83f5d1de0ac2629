package io.vidstead.trending;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How much a video trends.
 *
 * <pre>
 * one person  = (0.3 if they watched + 0.5 if they liked + 0.2 if they shared) · 2^(−age / half-life)
 * one network = log₂(1 + its people) · their mean, at most max(0.3, 2 · the median of the video's networks)
 * known       = Σ networks of known people,  unknown = Σ networks of all others
 * score       = known + cap · unknown / (unknown + cap),  cap = 0.6 + 0.05 · known
 * </pre>
 *
 * <p>Known is who has an account of three days or more and watched three videos or more on two days or more. A thousand new
 * accounts therefore add no more than two people and a twentieth of those that a video has; a thousand old ones behind a few
 * addresses no more than those few.
 */
final class TrendScore {

    static final double VIEW = 0.3;
    static final double LIKE = 0.5;
    static final double SHARE = 0.2;

    private static final double FREE = 0.6;
    private static final double BESIDE_KNOWN = 0.05;

    private TrendScore() {}

    /**
     * People of one network who did something with one video.
     *
     * @param mean of what each is worth, by now
     */
    record Crowd(boolean known, long people, double mean) {

        private double worth() {
            return Math.log1p((double) people) / Math.log(2) * mean;
        }
    }

    static double of(Collection<Crowd> crowds) {
        double known = sum(crowds.stream().filter(Crowd::known).toList());
        double unknown = sum(crowds.stream().filter(crowd -> !crowd.known()).toList());
        double cap = FREE + BESIDE_KNOWN * known;
        return known + cap * unknown / (unknown + cap);
    }

    private static double sum(List<Crowd> crowds) {
        double[] worths = crowds.stream().mapToDouble(Crowd::worth).sorted().toArray();
        if (worths.length == 0) {
            return 0;
        }
        double most = Math.max(VIEW, 2 * worths[worths.length / 2]);
        return Arrays.stream(worths).map(worth -> Math.min(worth, most)).sum();
    }
}
