package io.vidstead.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who took which items: a sparse matrix with a basket for each person. */
public final class Interactions {

    private final List<Basket> people;
    private final int items;
    private final int count;

    private Interactions(List<Basket> people, int items) {
        this.people = people;
        this.items = items;
        this.count = people.stream().mapToInt(Basket::size).sum();
    }

    /** @param items how many there are; all in the baskets are below it */
    public static Interactions of(List<Basket> people, int items) {
        for (Basket person : people) {
            if (person.size() > 0 && (person.items()[0] < 0 || person.items()[person.size() - 1] >= items)) {
                throw new IllegalArgumentException("an item that is not below " + items);
            }
        }
        return new Interactions(List.copyOf(people), items);
    }

    public List<Basket> people() {
        return people;
    }

    public int items() {
        return items;
    }

    /** How many entries there are. */
    public int count() {
        return count;
    }

    /** Per item, the sum of its weights. */
    public double[] itemWeights() {
        double[] sums = new double[items];
        for (Basket person : people) {
            for (int i = 0; i < person.size(); i++) {
                sums[person.items()[i]] += person.weights()[i];
            }
        }
        return sums;
    }

    /** The same seen from the items: each one's basket holds the people who took it. */
    public Interactions transposed() {
        List<TreeMap<Integer, Double>> columns = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            columns.add(new TreeMap<>());
        }
        for (int p = 0; p < people.size(); p++) {
            Basket person = people.get(p);
            for (int i = 0; i < person.size(); i++) {
                columns.get(person.items()[i]).put(p, person.weights()[i]);
            }
        }
        return new Interactions(columns.stream().map(Interactions::basket).toList(), people.size());
    }

    /** These people and then others. */
    public Interactions with(List<Basket> more) {
        List<Basket> all = new ArrayList<>(people);
        all.addAll(more);
        return of(all, items);
    }

    private static Basket basket(SortedMap<Integer, Double> entries) {
        return new Basket(
                entries.keySet().stream().mapToInt(Integer::intValue).toArray(),
                entries.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
