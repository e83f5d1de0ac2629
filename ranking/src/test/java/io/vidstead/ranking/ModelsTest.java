package io.vidstead.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What models make of people with tastes, and what measures make of lists. */
class ModelsTest {

    private static final int KINDS = 4;
    private static final Interactions KNOWN = Invented.interactions(400, 200, KINDS, 5);

    private static List<Measures.Case> cases() {
        List<Measures.Case> cases = new ArrayList<>();
        for (Basket person : Invented.interactions(80, 200, KINDS, 6).people()) {
            Set<Integer> held = new HashSet<>();
            List<Integer> told = new ArrayList<>();
            for (int i = 0; i < person.size(); i++) {
                if (i % 4 == 0) {
                    held.add(person.items()[i]);
                } else {
                    told.add(person.items()[i]);
                }
            }
            cases.add(new Measures.Case(
                    Basket.of(told.stream().mapToInt(Integer::intValue).toArray()), held));
        }
        return cases;
    }

    private static double ndcg(Recommender model) {
        return Measures.of(model, cases(), KNOWN).ndcg100();
    }

    @Test
    void whatKnowsTastesBeatsWhatEverybodyTakes() {
        double popular = ndcg(Popularity.train(KNOWN));
        assertThat(ndcg(ItemNeighbours.train(KNOWN, 50, 10))).isGreaterThan(popular * 1.1);
        assertThat(ndcg(Ease.train(KNOWN, Ease.Options.plain(50)))).isGreaterThan(popular * 1.1);
        var options = new ImplicitAls.Options(8, 5, 10, 8);
        assertThat(ndcg(ImplicitAls.train(KNOWN, options, new Random(1)))).isGreaterThan(popular * 1.1);
    }

    @Test
    void aBlendOfOneIsThatOne() {
        Ease ease = Ease.train(KNOWN, Ease.Options.plain(50));
        assertThat(ndcg(new Blend(List.of(new Blend.Part(ease, 0.3))))).isCloseTo(ndcg(ease), within(1e-9));
    }

    @Test
    void theCosineOfTwoItemsIsWhatItSays() {
        Interactions small =
                Interactions.of(List.of(Basket.of(0, 1), Basket.of(0, 1), Basket.of(0, 2), Basket.of(1)), 3);
        double[] scores = ItemNeighbours.train(small, 5, 0).score(Basket.of(0));
        assertThat(scores[1]).isCloseTo(2 / (Math.sqrt(3) * Math.sqrt(3)), within(1e-12));
        assertThat(scores[2]).isCloseTo(1 / Math.sqrt(3), within(1e-12));
        assertThat(scores[0]).isZero();
    }

    /** The solution of the alternating steps is where the objective does not fall any more. */
    @Test
    void theFactorsMinimiseTheWeightedError() {
        var few = new ImplicitAls.Options(6, 5, 10, 2);
        var many = new ImplicitAls.Options(6, 5, 10, 25);
        double early = error(ImplicitAls.train(KNOWN, few, new Random(3)), 10);
        double late = error(ImplicitAls.train(KNOWN, many, new Random(3)), 10);
        assertThat(late).isLessThan(early);
    }

    private static double error(Recommender model, double alpha) {
        double sum = 0;
        for (Basket person : KNOWN.people()) {
            double[] scores = model.score(person);
            for (int item = 0; item < scores.length; item++) {
                boolean taken = person.contains(item);
                sum += (taken ? 1 + alpha : 1) * Math.pow((taken ? 1 : 0) - scores[item], 2);
            }
        }
        return sum;
    }

    @Test
    void measuresOfAKnownList() {
        int[] best = {9, 4, 7, 1};
        assertThat(Measures.recall(best, Set.of(4, 1, 100), 2)).isEqualTo(0.5);
        assertThat(Measures.recall(best, Set.of(4, 1, 100), 20)).isCloseTo(2.0 / 3, within(1e-12));
        double gained = Math.log(2) / Math.log(3) + Math.log(2) / Math.log(5);
        double possible = 1 + Math.log(2) / Math.log(3) + 0.5;
        assertThat(Measures.ndcg(best, Set.of(4, 1, 100), 100)).isCloseTo(gained / possible, within(1e-12));
    }

    @Test
    void whatSomebodyHasIsPassedOver() {
        assertThat(Top.items(new double[] {5, 9, 7, 7}, Basket.of(1), 3)).containsExactly(2, 3, 0);
    }

    /** A site's worth of watching in seconds. */
    @Test
    void aHundredThousandInteractionsTrainInTime() {
        Interactions large = Invented.interactions(5_000, 1_500, 12, 9);
        assertThat(large.count()).isGreaterThan(90_000);
        long begun = System.nanoTime();
        Ease.train(large, new Ease.Options(100, 0.25));
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(20);
    }
}
