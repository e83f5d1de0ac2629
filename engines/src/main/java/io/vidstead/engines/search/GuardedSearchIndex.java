package io.vidstead.engines.search;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An index behind a guard: searches cost processors, so a bounded number runs at once. What
 * builds the index goes past it.
 */
public final class GuardedSearchIndex implements SearchIndex {

    private static final Guard.Options OPTIONS = new Guard.Options(32, Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final Supplier<SearchIndex> opening;
    private final Guard guard;
    private @Nullable SearchIndex index;

    /** @param opening called once, when the index is first asked for; again only where it failed */
    public GuardedSearchIndex(Supplier<SearchIndex> opening, Guards guards) {
        this.opening = opening;
        this.guard = guards.create(
                "search",
                OPTIONS,
                new Guard.Manner(
                        SearchIndexException.class::isInstance,
                        refused -> new SearchIndexException(String.valueOf(refused.getMessage()), refused)));
    }

    private synchronized SearchIndex index() {
        SearchIndex opened = index;
        if (opened == null) {
            opened = opening.get();
            index = opened;
        }
        return opened;
    }

    @Override
    public boolean isComplete() {
        return index().isComplete();
    }

    @Override
    public void write(List<Change> changes) {
        guard.call(() -> {
            index().write(changes);
            return true;
        });
    }

    @Override
    public Found search(SearchQuery query) {
        return guard.call(() -> index().search(query));
    }

    @Override
    public List<Found.Hit> nearest(Set<String> kinds, float[] vector, List<Filter> filters, int limit) {
        return guard.call(() -> index().nearest(kinds, vector, filters, limit));
    }

    @Override
    public Map<String, float[]> vectors(Collection<String> ids) {
        return guard.call(() -> index().vectors(ids));
    }

    @Override
    public List<Found.Hit> complete(Set<String> kinds, String typed, String order, int limit) {
        return guard.call(() -> index().complete(kinds, typed, order, limit));
    }

    @Override
    public List<Span> highlight(QueryText asked, String language, String text) {
        return index().highlight(asked, language, text);
    }

    @Override
    public Rebuild rebuild() {
        return index().rebuild();
    }

    @Override
    public synchronized void close() {
        if (index != null) {
            index.close();
        }
    }
}
