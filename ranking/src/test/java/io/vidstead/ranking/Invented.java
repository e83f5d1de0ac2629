package io.vidstead.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** People with tastes: each likes a kind or two of items, some items are better known than others. */
final class Invented {

    private Invented() {}

    static Interactions interactions(int people, int items, int kinds, long seed) {
        Random random = new Random(seed);
        List<Basket> baskets = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            TreeSet<Integer> taken = new TreeSet<>();
            int kind = random.nextInt(kinds);
            int size = 8 + random.nextInt(25);
            while (taken.size() < size) {
                int known = (int) (items * Math.pow(random.nextDouble(), 1.3));
                if (known % kinds == kind || random.nextInt(12) == 0) {
                    taken.add(Math.min(known, items - 1));
                }
            }
            baskets.add(Basket.of(taken.stream().mapToInt(Integer::intValue).toArray()));
        }
        return Interactions.of(baskets, items);
    }
}
