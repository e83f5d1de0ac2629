package io.vidstead.engines.search;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An index behind a guard: searches cost processors, so a bounded number runs at once. What
 * builds the index goes past it.
 */
public final class GuardedSearchIndex implements SearchIndex {

    private static final Guard.Options OPTIONS = new Guard.Options(32, Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final SearchIndex index;
    private final Guard guard;

    public GuardedSearchIndex(SearchIndex index, Guards guards) {
        this.index = index;
        this.guard = guards.create(
                "search",
                OPTIONS,
                new Guard.Manner(
                        SearchIndexException.class::isInstance,
                        refused -> new SearchIndexException(String.valueOf(refused.getMessage()), refused)));
    }

    @Override
    public boolean isComplete() {
        return index.isComplete();
    }

    @Override
    public void write(List<Change> changes) {
        guard.call(() -> {
            index.write(changes);
            return true;
        });
    }

    @Override
    public Found search(SearchQuery query) {
        return guard.call(() -> index.search(query));
    }

    @Override
    public List<Found.Hit> nearest(Set<String> kinds, float[] vector, List<Filter> filters, int limit) {
        return guard.call(() -> index.nearest(kinds, vector, filters, limit));
    }

    @Override
    public List<Found.Hit> complete(Set<String> kinds, String typed, String order, int limit) {
        return guard.call(() -> index.complete(kinds, typed, order, limit));
    }

    @Override
    public List<Span> highlight(QueryText asked, String language, String text) {
        return index.highlight(asked, language, text);
    }

    @Override
    public Rebuild rebuild() {
        return index.rebuild();
    }

    @Override
    public void close() {
        index.close();
    }
}
