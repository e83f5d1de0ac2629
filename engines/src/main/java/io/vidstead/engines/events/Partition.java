package io.vidstead.engines.events;

import java.util.Comparator;

/** A part of a topic whose events are in one order; all events of a key are in the same one. */
record Partition(String topic, int number) implements Comparable<Partition> {

    /** Parts of each topic. Another number would tear the order of keys apart: it takes a migration. */
    static final int COUNT = 4;

    private static final Comparator<Partition> ORDER =
            Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);

    static Partition of(NewEvent event) {
        return new Partition(event.type(), Math.floorMod(event.key().hashCode(), COUNT));
    }

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }
}
