package io.vidstead.engines.timelines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Very many short texts, each in a {@link Timeline} at a {@link Position}, read newest first.
 *
 * <p><b>Order:</b> by position alone, never by when an entry arrived: an entry may be appended late and then lies where its
 * time puts it. Nothing is said about entries of different timelines.
 *
 * <p><b>Durability:</b> a change that returned survives a crash of the machine.
 *
 * <p><b>Idempotence:</b> timeline and position name an entry. Appending one that is there changes nothing, so what may have
 * failed is simply appended again; replacing and deleting twice is doing it once.
 *
 * <p><b>Atomicity:</b> each entry appears whole; of a list, others may see a part for a moment, and a failure may leave a
 * part.
 *
 * <p><b>Paging:</b> by the position of the last entry read. What is appended or deleted meanwhile moves no other entry across
 * the end of a page.
 *
 * <p><b>Failure:</b> {@link TimelinesException}; whether the change took place is unknown, repeat it.
 */
public interface Timelines {

    /** No page is longer. */
    int MAX_LIMIT = 1_000;

    /** Adds entries, in few round trips however many there are. Those that are there stay as they are. */
    void append(List<Entry> entries);

    default void append(Entry entry) {
        append(List.of(entry));
    }

    /** Gives an entry another body; {@code false} when it is not there. */
    boolean replace(Entry entry);

    /** {@code false} when there is no such entry. */
    boolean delete(Timeline timeline, Position position);

    /** Deletes a whole timeline and says how many entries it had. */
    long deleteAll(Timeline timeline);

    /**
     * Deletes all entries of a kind from before a time and says how many there were. Cheap however many they are, but for those
     * of the month of {@code time}.
     */
    long deleteBefore(String kind, Instant time);

    /**
     * The newest entries, or those after (that is, older than) a position.
     *
     * @param after the position of the last entry that was read; the entry itself need not be there any more
     * @param limit from 1 to {@link #MAX_LIMIT}
     */
    Page list(Timeline timeline, @Nullable Position after, int limit);

    /** @param next what to give for {@code after}; absent at the end */
    record Page(List<Entry> entries, Optional<Position> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
