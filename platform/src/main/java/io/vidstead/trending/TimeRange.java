package io.vidstead.trending;

import io.vidstead.kernel.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far back trending looks. */
enum TimeRange {
    DAY(Duration.ofDays(1), Duration.ofHours(6)),
    WEEK(Duration.ofDays(7), Duration.ofHours(42)),
    MONTH(Duration.ofDays(31), Duration.ofDays(8)),
    /** A year, without any discount. */
    ALL(Duration.ofDays(365), null);

    private final Duration length;
    private final Optional<Duration> halfLife;

    TimeRange(Duration length, @Nullable Duration halfLife) {
        this.length = length;
        this.halfLife = Optional.ofNullable(halfLife);
    }

    Duration length() {
        return length;
    }

    /** After which what somebody did counts half; absent: it always counts the same. */
    Optional<Duration> halfLife() {
        return halfLife;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TimeRange of(String code) {
        return Arrays.stream(values())
                .filter(range -> range.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.caller("bad_time_range", "time_range must be day, week, month or all."));
    }
}
