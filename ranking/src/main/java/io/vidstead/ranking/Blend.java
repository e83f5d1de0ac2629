package io.vidstead.ranking;

import java.util.List;

/**
 * Several models together: the scores of each are brought to mean 0 and deviation 1 over the items outside of the basket, and
 * added with weights.
 */
public final class Blend implements Recommender {

    /** A model and how much it counts. */
    public record Part(Recommender model, double weight) {}

    private final List<Part> parts;

    public Blend(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public double[] score(Basket basket) {
        double[] sum = new double[0];
        for (Part part : parts) {
            double[] scores = part.model().score(basket);
            sum = sum.length == 0 ? new double[scores.length] : sum;
            addStandardised(scores, part.weight(), basket, sum);
        }
        return sum;
    }

    private static void addStandardised(double[] scores, double weight, Basket basket, double[] sum) {
        double mean = 0;
        double square = 0;
        int counted = 0;
        for (int item = 0; item < scores.length; item++) {
            if (!basket.contains(item)) {
                counted++;
                mean += scores[item];
                square += scores[item] * scores[item];
            }
        }
        mean /= Math.max(1, counted);
        double deviation = Math.sqrt(Math.max(0, square / Math.max(1, counted) - mean * mean));
        for (int item = 0; item < scores.length; item++) {
            sum[item] += deviation == 0 ? 0 : weight * (scores[item] - mean) / deviation;
        }
    }
}
