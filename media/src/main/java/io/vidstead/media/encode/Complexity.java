package io.vidstead.media.encode;

import java.util.List;

/**
 * What trial encodings of short parts say of a video.
 *
 * @param samples at sizes that rise; at least one
 * @param detail how alike (SSIM) each rung of the fixed ladder is to the next lower one enlarged to its size, from the highest
 *     down, as far as it was looked at
 */
record Complexity(List<Sample> samples, List<Double> detail) {

    /** By how much the rate factor of the coarse trial is above that of the fine one. */
    static final int TRIAL_STEP = 6;

    /** How bits grow with pixels where only one size was tried. */
    private static final double USUAL_GROWTH = 0.75;

    /** Rungs below all samples lose more than these do. */
    private static final int RESERVE_BELOW = 1;

    /**
     * Two trials at one size; the fine one has the profile's rate factor.
     *
     * @param fineLoss 1 − SSIM of the fine trial
     * @param coarseLoss the same of the coarse one
     */
    record Sample(double pixels, double fineLoss, double coarseLoss, double fineBps, double coarseBps) {

        Sample {
            if (!(pixels > 0 && fineLoss > 0 && coarseLoss >= fineLoss && coarseBps > 0 && fineBps >= coarseBps)) {
                throw new IllegalArgumentException("a trial that cannot be");
            }
        }

        /** What is lost with a rate factor raised by so much: losses grow exponentially with it. */
        double loss(double raise) {
            return fineLoss * Math.pow(coarseLoss / fineLoss, raise / TRIAL_STEP);
        }

        double bps(double raise) {
            return fineBps * Math.pow(coarseBps / fineBps, raise / TRIAL_STEP);
        }

        /** By how much the rate factor may rise until {@code tolerance} more is lost; no further than was tried. */
        double raise(double tolerance) {
            double growth = Math.log(coarseLoss / fineLoss) / TRIAL_STEP;
            return growth <= 0 ? TRIAL_STEP : Math.clamp(Math.log1p(tolerance / fineLoss) / growth, 0, TRIAL_STEP);
        }
    }

    Complexity {
        samples = List.copyOf(samples);
        detail = List.copyOf(detail);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no samples");
        }
    }

    /** By how many whole steps the rate factor of a rung may rise. */
    int raise(Rung rung, double tolerance) {
        double low = samples.getFirst().raise(tolerance);
        double high = samples.getLast().raise(tolerance);
        double at = place(rung);
        double raise = low + Math.clamp(at, 0, 1) * (high - low);
        return (int) Math.max(0, Math.floor(at < -0.05 ? raise - RESERVE_BELOW : raise));
    }

    /** Estimated bits a second of a rung. */
    double bps(Rung rung, double raise) {
        double low = Math.log(samples.getFirst().bps(raise));
        if (samples.size() == 1) {
            return Math.exp(low
                    + USUAL_GROWTH * Math.log(pixels(rung) / samples.getFirst().pixels()));
        }
        double high = Math.log(samples.getLast().bps(raise));
        return Math.exp(low + place(rung) * (high - low));
    }

    /** Estimated 1 − SSIM of a rung. */
    double loss(Rung rung, double raise) {
        double low = samples.getFirst().loss(raise);
        return low + Math.clamp(place(rung), 0, 1) * (samples.getLast().loss(raise) - low);
    }

    /** Where a rung stands between the smallest sample (0) and the largest (1); may lie outside. */
    private double place(Rung rung) {
        double low = Math.log(samples.getFirst().pixels());
        double range = Math.log(samples.getLast().pixels()) - low;
        double above = Math.log(pixels(rung)) - low;
        return range == 0 ? Math.signum(Math.rint(above * 10)) : above / range;
    }

    private static double pixels(Rung rung) {
        return (double) rung.width() * rung.height();
    }
}
