package io.vidstead.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How good lists are, over people of whom a part of what they took was held back (Liang et al., "Variational Autoencoders for
 * Collaborative Filtering", WWW 2018).
 *
 * <pre>
 * Recall@k = hits among the first k / min(k, held back)
 * NDCG@k   = Σ over hits 1/log₂(place + 1) / the same sum if all held back came first
 * </pre>
 *
 * @param coverage share of all items that are in anybody's first 20
 * @param novelty mean of −log₂(share of the people in training who took it) over the first 20 of all: higher is less known
 */
public record Measures(double recall20, double recall50, double ndcg100, double coverage, double novelty) {

    private static final int SHOWN = 20;
    private static final int JUDGED = 100;

    /** Somebody's items: those that the model is told, and those it is to find. */
    public record Case(Basket told, Set<Integer> held) {}

    public static Measures of(Recommender model, List<Case> cases, Interactions training) {
        double[] taken = new double[training.items()];
        training.people().forEach(person -> {
            for (int item : person.items()) {
                taken[item]++;
            }
        });
        Set<Integer> shown = new HashSet<>();
        double recall20 = 0;
        double recall50 = 0;
        double ndcg = 0;
        double novelty = 0;
        for (Case one : cases) {
            int[] best = Top.items(model.score(one.told()), one.told(), JUDGED);
            recall20 += recall(best, one.held(), 20);
            recall50 += recall(best, one.held(), 50);
            ndcg += ndcg(best, one.held(), JUDGED);
            for (int place = 0; place < SHOWN && place < best.length; place++) {
                shown.add(best[place]);
                double share = (taken[best[place]] + 1) / (training.people().size() + 1);
                novelty -= Math.log(share) / Math.log(2) / SHOWN;
            }
        }
        int n = cases.size();
        return new Measures(recall20 / n, recall50 / n, ndcg / n, (double) shown.size() / taken.length, novelty / n);
    }

    static double recall(int[] best, Set<Integer> held, int k) {
        int hits = 0;
        for (int place = 0; place < k && place < best.length; place++) {
            hits += held.contains(best[place]) ? 1 : 0;
        }
        return (double) hits / Math.min(k, held.size());
    }

    static double ndcg(int[] best, Set<Integer> held, int k) {
        double gained = 0;
        for (int place = 0; place < k && place < best.length; place++) {
            gained += held.contains(best[place]) ? gain(place) : 0;
        }
        double possible = 0;
        for (int place = 0; place < Math.min(k, held.size()); place++) {
            possible += gain(place);
        }
        return gained / possible;
    }

    private static double gain(int place) {
        return Math.log(2) / Math.log(place + 2);
    }
}
