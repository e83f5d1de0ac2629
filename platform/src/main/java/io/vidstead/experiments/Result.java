package io.vidstead.experiments;

import java.util.List;
import java.util.Optional;

/**
 * What came of a variant.
 *
 * @param people who saw it
 * @param mean of what was measured of each
 * @param variance of the sample
 */
record Result(int people, double mean, double variance) {

    /** The quantile of the normal distribution for 95 %. */
    private static final double Z = 1.959964;

    /** Where a value lies with 95 %. */
    record Interval(double low, double high) {
        private static Interval around(double value, double error) {
            return new Interval(value - Z * error, value + Z * error);
        }
    }

    static Result of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Result(values.size(), mean, values.size() < 2 ? 0 : squares / (values.size() - 1));
    }

    /** Of the mean; absent while fewer than two saw it. */
    Optional<Interval> interval() {
        return people < 2 ? Optional.empty() : Optional.of(Interval.around(mean, Math.sqrt(variance / people)));
    }

    /**
     * Of the difference of the means, by Welch's standard error (Biometrika 34, 1947) and the normal distribution, which some
     * thirty people a variant are enough for; absent while fewer than two saw either.
     */
    Optional<Interval> against(Result usual) {
        return people < 2 || usual.people < 2
                ? Optional.empty()
                : Optional.of(Interval.around(
                        mean - usual.mean, Math.sqrt(variance / people + usual.variance / usual.people)));
    }
}
