package io.vidstead.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Picks from arrays of scores. */
public final class Top {

    private Top() {}

    /** The best items, best first; of equals the one with the smaller number. Those of the basket are passed over. */
    public static int[] items(double[] scores, Basket passedOver, int limit) {
        return IntStream.range(0, scores.length)
                .filter(item -> !passedOver.contains(item))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparing(item -> item))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The highest of the scores above 0, as a basket that has them for weights. */
    static Basket positive(double[] scores, int limit) {
        int[] best = IntStream.range(0, scores.length)
                .filter(item -> scores[item] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -scores[item]))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new Basket(
                best, Arrays.stream(best).mapToDouble(item -> scores[item]).toArray());
    }

    /** Adds up what is near to the basket's items. */
    static double[] sum(List<Basket> near, Basket basket, int items) {
        double[] scores = new double[items];
        for (int b = 0; b < basket.size(); b++) {
            Basket neighbours = near.get(basket.items()[b]);
            for (int n = 0; n < neighbours.size(); n++) {
                scores[neighbours.items()[n]] +=
                        basket.weights()[b] * neighbours.weights()[n];
            }
        }
        return scores;
    }
}
