package io.vidstead.engines.search;

import java.util.Map;

/** A change of the index. */
public sealed interface Change {

    /** Puts an entry in the place of the one with its id. */
    record Put(Entry entry) implements Change {}

    /** Removes an entry; none is no error. */
    record Remove(String id) implements Change {}

    /** Removes all entries of a kind that belong to a thing. */
    record RemoveOf(String parent, String kind) implements Change {}

    /** Sets counts of an entry without writing it anew; none is no error. Only counts that its kind has at all. */
    record Count(String id, Map<String, Long> counts) implements Change {
        public Count {
            counts = Map.copyOf(counts);
        }
    }
}
