package io.vidstead.engines.timelines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where an entry is in its timeline: by time, and within a time by id.
 *
 * @param time in the years 1970 to 2199; cut to microseconds
 */
public record Position(Instant time, long id) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::time).thenComparingLong(Position::id);
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    public Position {
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
            throw new IllegalArgumentException("not a time for a timeline: " + time);
        }
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
