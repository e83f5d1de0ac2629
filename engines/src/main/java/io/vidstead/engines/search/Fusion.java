package io.vidstead.engines.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): what stands at place r of a list gets 1 / (60 + r) of it,
 * and the lists' shares are added up. Scores of different kinds need no common scale.
 */
public final class Fusion {

    private static final double K = 60;

    private Fusion() {}

    /** @param lists each with the best first and without repetition */
    public static <T> Map<T, Double> scores(List<List<T>> lists) {
        Map<T, Double> scores = new HashMap<>();
        for (List<T> list : lists) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1 / (K + i + 1), Double::sum);
            }
        }
        return scores;
    }
}
