package io.vidstead.notifications;

import io.vidstead.notifications.Deliveries.Delivery;
import java.time.Duration;
import java.util.List;

/** How often and how late something is tried again. */
final class Attempts {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(2);
    /** A little more than a day. */
    private static final int MAX = 20;

    private Attempts() {}

    static boolean exhausted(List<Delivery> deliveries) {
        return most(deliveries) + 1 >= MAX;
    }

    /** @param atLeast what the other side asks for */
    static Duration pause(List<Delivery> deliveries, Duration atLeast) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(most(deliveries), 10));
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return bounded.compareTo(atLeast) > 0 ? bounded : atLeast;
    }

    private static int most(List<Delivery> deliveries) {
        return deliveries.stream().mapToInt(Delivery::attempts).max().orElse(0);
    }
}
