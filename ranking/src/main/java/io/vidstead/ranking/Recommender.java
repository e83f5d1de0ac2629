package io.vidstead.ranking;

/** A trained model of taste. */
public interface Recommender {

    /**
     * How well each item fits somebody who took these. Only the order means something, and only within one answer; the
     * basket's own items have scores too, which the caller passes over.
     */
    double[] score(Basket basket);
}
