package io.vidstead.recommendations;

import io.vidstead.catalog.Category;
import java.util.Set;

/**
 * What somebody chose about their recommendations.
 *
 * @param personalised false: nothing is learned of them, and nothing known
 * @param categories picked by themselves
 */
record Choices(boolean personalised, Weights weights, Set<Category> categories) {

    static final Choices NONE = new Choices(true, new Weights(0, 0, 0), Set.of());

    /**
     * How much more, or less, of each: from -2 to 2.
     *
     * @param fresh of what is new
     * @param subscriptions of followed channels
     * @param shorter of short videos
     */
    record Weights(int fresh, int subscriptions, int shorter) {}
}
