package io.vidstead.ranking;

import java.util.Arrays;

/**
 * Some items, each with how much it says: 1 is somebody's plain "yes".
 *
 * @param items in rising order, each once
 * @param weights above 0, one an item
 */
public record Basket(int[] items, double[] weights) {

    public Basket {
        if (items.length != weights.length) {
            throw new IllegalArgumentException(items.length + " items with " + weights.length + " weights");
        }
        for (int i = 1; i < items.length; i++) {
            if (items[i - 1] >= items[i]) {
                throw new IllegalArgumentException("items must rise: " + Arrays.toString(items));
            }
        }
    }

    /** A plain yes to each. */
    public static Basket of(int... items) {
        int[] sorted = items.clone();
        Arrays.sort(sorted);
        double[] ones = new double[sorted.length];
        Arrays.fill(ones, 1);
        return new Basket(sorted, ones);
    }

    public int size() {
        return items.length;
    }

    public boolean contains(int item) {
        return Arrays.binarySearch(items, item) >= 0;
    }
}
