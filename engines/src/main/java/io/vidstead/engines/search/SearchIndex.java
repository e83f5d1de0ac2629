package io.vidstead.engines.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index of entries.
 *
 * <p><b>Durability and visibility:</b> when {@link #write} returns, its changes are on disk and seen by every search that
 * begins later. A write is atomic: after a crash all of it is there or nothing. <b>Order:</b> writes of one caller apply in
 * their order. <b>Idempotence:</b> the same change again changes nothing.
 *
 * <p><b>Loss:</b> an index is made of what is kept elsewhere and may be lost: files are deleted or damaged, or another version
 * of the program finds it. Then it is emptied by itself and says so ({@link #isComplete}); it goes on to take writes and to
 * answer with what it has. Whoever owns the originals fills it by {@link #rebuild}.
 *
 * <p><b>Threads:</b> any; a search waits for no disk, but until what was written before it is in sight. <b>Failure:</b> {@link
 * SearchIndexException}.
 */
public interface SearchIndex extends AutoCloseable {

    /** Whether it holds what was ever written to it; looks at the disk too. */
    boolean isComplete();

    /** @throws SearchIndexException nothing of it was written */
    void write(List<Change> changes);

    Found search(SearchQuery query);

    /**
     * The entries whose vectors are nearest.
     *
     * @param vector of length 1, by the model of the entries' vectors; one of another dimension finds nothing
     * @return at most so many, the nearest first; the score is the cosine, from −1 to 1
     */
    List<Found.Hit> nearest(Set<String> kinds, float[] vector, List<Filter> filters, int limit);

    /** The vectors of entries, by id; those that are not there or have none are left out. */
    Map<String, float[]> vectors(Collection<String> ids);

    /**
     * Titles that continue what somebody types: all of its words are in the title, the last one as a beginning.
     *
     * @param order which count says what comes first
     */
    List<Found.Hit> complete(Set<String> kinds, String typed, String order, int limit);

    /**
     * Where a text has what was asked for: in any form of the words that the language allows.
     *
     * @param language of the text; empty when nobody knows
     */
    List<Span> highlight(QueryText asked, String language, String text);

    /** A part of a text, in UTF-16 units. */
    record Span(int from, int to) {}

    /**
     * Begins to build the index anew beside the one that answers. Writes go on meanwhile, and go to both; they are newer than
     * what is added here, whatever the order in which they come.
     *
     * @throws IllegalStateException when a rebuild is under way
     */
    Rebuild rebuild();

    /** An index that is being built. For one thread. */
    interface Rebuild extends AutoCloseable {

        /** Adds entries, except those that were written or removed since the rebuild began. */
        void add(List<Entry> entries);

        /** Makes this the index that answers; from then on it is complete. */
        void finish();

        /** Throws it away unless it was finished. */
        @Override
        void close();
    }

    @Override
    void close();
}
