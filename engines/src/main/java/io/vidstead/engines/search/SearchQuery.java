package io.vidstead.engines.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search by words.
 *
 * @param kinds which entries are looked at
 * @param text what is asked; when it asks for no words, all entries match that the filters let pass
 * @param order by which number or count, the largest first; absent: the best match first
 * @param offset how many of the first are left out; with limit {@link #DEEPEST} at most
 * @param facets keywords whose values are counted over all that matches
 */
public record SearchQuery(
        Set<String> kinds,
        QueryText text,
        List<Filter> filters,
        Optional<String> order,
        int offset,
        int limit,
        Set<String> facets) {

    /** Further results cost memory and are looked at by nobody. */
    public static final int DEEPEST = 1_000;

    public SearchQuery {
        kinds = Set.copyOf(kinds);
        filters = List.copyOf(filters);
        facets = Set.copyOf(facets);
        if (limit < 0 || offset < 0 || offset + limit > DEEPEST) {
            throw new IllegalArgumentException("beyond the first " + DEEPEST + " results");
        }
    }

    public static SearchQuery of(Set<String> kinds, QueryText text, List<Filter> filters, int limit) {
        return new SearchQuery(kinds, text, filters, Optional.empty(), 0, limit, Set.of());
    }
}
