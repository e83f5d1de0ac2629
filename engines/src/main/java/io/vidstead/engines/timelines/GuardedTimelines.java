package io.vidstead.engines.timelines;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Timelines behind a guard: what takes longer than {@link #LIMIT} is a {@link TimelinesException} like every other failure.
 * Only the great deletions take their time.
 */
public final class GuardedTimelines implements Timelines {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Guard.Options OPTIONS = new Guard.Options(32, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final Timelines timelines;
    private final Guard guard;

    public GuardedTimelines(Timelines timelines, Guards guards) {
        this.timelines = timelines;
        this.guard = guards.create(
                "timelines",
                OPTIONS,
                new Guard.Manner(
                        TimelinesException.class::isInstance,
                        refused -> new TimelinesException(String.valueOf(refused.getMessage()), refused)));
    }

    @Override
    public void append(List<Entry> entries) {
        guard.within(LIMIT, () -> {
            timelines.append(entries);
            return entries;
        });
    }

    @Override
    public boolean replace(Entry entry) {
        return guard.within(LIMIT, () -> timelines.replace(entry));
    }

    @Override
    public boolean delete(Timeline timeline, Position position) {
        return guard.within(LIMIT, () -> timelines.delete(timeline, position));
    }

    @Override
    public long deleteAll(Timeline timeline) {
        return guard.call(() -> timelines.deleteAll(timeline));
    }

    @Override
    public long deleteBefore(String kind, Instant time) {
        return guard.call(() -> timelines.deleteBefore(kind, time));
    }

    @Override
    public Page list(Timeline timeline, @Nullable Position after, int limit) {
        return guard.within(LIMIT, () -> timelines.list(timeline, after, limit));
    }
}
