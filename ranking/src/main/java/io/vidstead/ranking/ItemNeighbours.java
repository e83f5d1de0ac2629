package io.vidstead.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * Items that are often taken by the same people: cosine of the items' columns, shrunk so that two who agree by chance count
 * for little, the nearest few kept (Sarwar et al., WWW 2001; shrinkage after Bell and Koren, 2007).
 *
 * <pre>s(i,j) = Σ x(u,i)·x(u,j) / (‖x(·,i)‖·‖x(·,j)‖ + shrinkage)</pre>
 */
public final class ItemNeighbours implements Recommender {

    private final List<Basket> near;
    private final int items;

    private ItemNeighbours(List<Basket> near, int items) {
        this.near = near;
        this.items = items;
    }

    /** @param neighbours how many an item keeps */
    public static ItemNeighbours train(Interactions interactions, int neighbours, double shrinkage) {
        Interactions byItem = interactions.transposed();
        double[] lengths = byItem.people().stream()
                .mapToDouble(takers -> Math.sqrt(
                        Arrays.stream(takers.weights()).map(w -> w * w).sum()))
                .toArray();
        double[] sums = new double[interactions.items()];
        Basket[] near = new Basket[interactions.items()];
        for (int item = 0; item < near.length; item++) {
            Arrays.fill(sums, 0);
            Basket takers = byItem.people().get(item);
            for (int t = 0; t < takers.size(); t++) {
                Basket taken = interactions.people().get(takers.items()[t]);
                for (int i = 0; i < taken.size(); i++) {
                    sums[taken.items()[i]] += takers.weights()[t] * taken.weights()[i];
                }
            }
            for (int other = 0; other < sums.length; other++) {
                sums[other] = other == item || sums[other] == 0
                        ? 0
                        : sums[other] / (lengths[item] * lengths[other] + shrinkage);
            }
            near[item] = Top.positive(sums, neighbours);
        }
        return new ItemNeighbours(List.of(near), interactions.items());
    }

    @Override
    public double[] score(Basket basket) {
        return Top.sum(near, basket, items);
    }
}
