package io.vidstead.engines.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total how many match, counted up to {@link #COUNTED}
 * @param facets how often each value of the asked keywords is among all that matches, the most frequent first
 * @param correction what was searched for in the place of words that the index does not know, as a whole; empty when all are known
 */
public record Found(List<Hit> hits, long total, Map<String, Map<String, Long>> facets, String correction) {

    /** Beyond it, totals are a lower bound. */
    public static final int COUNTED = 10_000;

    public static final Found NOTHING = new Found(List.of(), 0, Map.of(), "");

    /** @param score larger is better; comparable within one answer only */
    public record Hit(String id, String kind, String parent, double score) {}

    public Found {
        hits = List.copyOf(hits);
    }
}
