package io.vidstead.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * EASE against what it stands for: for each item a ridge regression on all other items, solved one by one by Gauss-Jordan
 * elimination. No formula and no library is shared with the model.
 */
class EaseTest {

    private static final double LAMBDA = 20;

    @Test
    void bothWaysGiveTheRegressionsOfItemsOnAllOthers() {
        Interactions interactions = Invented.interactions(60, 40, 3, 1);
        double[][] expected = regressions(interactions, LAMBDA);
        Ease byItems = Ease.byItems(interactions, Ease.Options.plain(LAMBDA));
        Ease byPeople = Ease.byPeople(interactions, Ease.Options.plain(LAMBDA));
        for (int item = 0; item < 40; item++) {
            double[] one = byItems.score(Basket.of(item));
            double[] two = byPeople.score(Basket.of(item));
            for (int other = 0; other < 40; other++) {
                assertThat(one[other]).isCloseTo(expected[item][other], within(1e-9));
                assertThat(two[other]).isCloseTo(expected[item][other], within(1e-9));
            }
        }
    }

    @Test
    void weightsAndDropoutAreTheSameBothWays() {
        List<Basket> weighted = new ArrayList<>();
        Invented.interactions(50, 45, 4, 2)
                .people()
                .forEach(basket -> weighted.add(new Basket(
                        basket.items(),
                        Arrays.stream(basket.items())
                                .mapToDouble(item -> 0.2 + item % 5 * 0.2)
                                .toArray())));
        Interactions interactions = Interactions.of(weighted, 45);
        Ease.Options options = new Ease.Options(10, 0.4);
        double[] one = Ease.byItems(interactions, options).score(Basket.of(1, 5, 7, 30));
        double[] two = Ease.byPeople(interactions, options).score(Basket.of(1, 5, 7, 30));
        for (int item = 0; item < 45; item++) {
            assertThat(two[item]).isCloseTo(one[item], within(1e-9));
        }
        double[] plain = Ease.byItems(interactions, Ease.Options.plain(10)).score(Basket.of(1, 5, 7, 30));
        assertThat(one).isNotEqualTo(plain);
    }

    /** The figures of a real set, to within one percent. */
    @Test
    void theFiguresAreThoseOfTheRegressions() throws IOException {
        Interactions all = MovieLens.liked(150);
        List<Basket> training = new ArrayList<>();
        List<Measures.Case> cases = new ArrayList<>();
        for (int p = 0; p < all.people().size(); p++) {
            Basket person = all.people().get(p);
            if (p % 5 == 0 && person.size() >= 10) {
                cases.add(held(person));
            } else {
                training.add(person);
            }
        }
        Interactions known = Interactions.of(training, all.items());
        double[][] b = regressions(known, 100);
        Measures expected = Measures.of(basket -> product(basket, b), cases, known);
        Measures measured = Measures.of(Ease.train(known, Ease.Options.plain(100)), cases, known);
        assertThat(expected.ndcg100()).isBetween(0.2, 0.9);
        assertThat(measured.ndcg100()).isCloseTo(expected.ndcg100(), Percentage.withPercentage(1));
        assertThat(measured.recall20()).isCloseTo(expected.recall20(), Percentage.withPercentage(1));
        assertThat(measured.recall50()).isCloseTo(expected.recall50(), Percentage.withPercentage(1));
    }

    @Test
    void neighboursAreTheLargestEntriesOfARow() {
        Interactions interactions = Invented.interactions(60, 40, 3, 3);
        double[][] expected = regressions(interactions, LAMBDA);
        Basket near = Ease.train(interactions, Ease.Options.plain(LAMBDA))
                .neighbours(5)
                .get(7);
        Set<Integer> best = new TreeSet<>();
        for (int item : Top.items(expected[7], Basket.of(7), 5)) {
            best.add(item);
        }
        assertThat(Arrays.stream(near.items()).boxed().collect(Collectors.toSet()))
                .isEqualTo(best);
    }

    @Test
    void whatHoldsItBackMustBeAboveNothing() {
        assertThatThrownBy(() -> Ease.Options.plain(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ease.Options(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Measures.Case held(Basket person) {
        Set<Integer> held = new TreeSet<>();
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < person.size(); i++) {
            if (i % 5 == 2) {
                held.add(person.items()[i]);
            } else {
                told.add(person.items()[i]);
            }
        }
        return new Measures.Case(
                Basket.of(told.stream().mapToInt(Integer::intValue).toArray()), held);
    }

    private static double[] product(Basket basket, double[][] b) {
        double[] scores = new double[b.length];
        for (int item : basket.items()) {
            for (int other = 0; other < b.length; other++) {
                scores[other] += b[item][other];
            }
        }
        return scores;
    }

    /** Column j: the weights by which all other items foretell item j. */
    private static double[][] regressions(Interactions interactions, double lambda) {
        int items = interactions.items();
        double[][] gram = new double[items][items];
        for (Basket person : interactions.people()) {
            for (int i : person.items()) {
                for (int j : person.items()) {
                    gram[i][j]++;
                }
            }
        }
        double[][] b = new double[items][items];
        for (int target = 0; target < items; target++) {
            double[][] equations = new double[items - 1][items];
            for (int i = 0; i < items - 1; i++) {
                int row = i < target ? i : i + 1;
                for (int j = 0; j < items - 1; j++) {
                    int column = j < target ? j : j + 1;
                    equations[i][j] = gram[row][column] + (row == column ? lambda : 0);
                }
                equations[i][items - 1] = gram[row][target];
            }
            double[] solution = gaussJordan(equations);
            for (int i = 0; i < items - 1; i++) {
                b[i < target ? i : i + 1][target] = solution[i];
            }
        }
        return b;
    }

    private static double[] gaussJordan(double[][] equations) {
        int n = equations.length;
        for (int pivot = 0; pivot < n; pivot++) {
            double divisor = equations[pivot][pivot]; // a ridge keeps it above 0
            for (int column = pivot; column <= n; column++) {
                equations[pivot][column] /= divisor;
            }
            for (int row = 0; row < n; row++) {
                double factor = equations[row][pivot];
                if (row != pivot && factor != 0) {
                    for (int column = pivot; column <= n; column++) {
                        equations[row][column] -= factor * equations[pivot][column];
                    }
                }
            }
        }
        return Arrays.stream(equations).mapToDouble(row -> row[n]).toArray();
    }
}
