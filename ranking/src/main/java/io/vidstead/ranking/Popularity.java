package io.vidstead.ranking;

/** Everybody gets what most people took. The measure that a model must beat. */
public final class Popularity implements Recommender {

    private final double[] weights;

    private Popularity(double[] weights) {
        this.weights = weights;
    }

    public static Popularity train(Interactions interactions) {
        return new Popularity(interactions.itemWeights());
    }

    @Override
    public double[] score(Basket basket) {
        return weights.clone();
    }
}
