package io.vidstead.search;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.embed.EmbedderUnavailableException;
import io.vidstead.engines.search.Filter;
import io.vidstead.engines.search.Found.Hit;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Finds videos by what they mean and what is meant in them. */
@ApplicationScoped
class Meanings {

    private static final Logger LOG = Logger.getLogger(Meanings.class);
    private static final int NEIGHBOURS = 100;
    /** Below this cosine two texts have nothing to do with each other. */
    private static final double RELATED = 0.3;

    private final Embedder embedder;
    private final SearchIndex index;
    private final Cache<String, float[]> asked;

    Meanings(Embedder embedder, SearchIndex index, Caches caches) {
        this.embedder = embedder;
        this.index = index;
        this.asked = caches.create("search-meanings", Duration.ofHours(1), 2_000);
    }

    /**
     * @param filters of videos; they hold for what is said in them as well only once their videos are looked at
     * @return the nearest first; absent while there is no model, and where it does not know the words
     */
    Optional<List<VideoId>> nearest(String meaning, List<Filter> filters) {
        float[] vector;
        try {
            if (!embedder.knows(meaning)) {
                return Optional.empty();
            }
            vector = asked.get(meaning, embedder::embed);
        } catch (EmbedderUnavailableException e) {
            LOG.debugf("searching by words alone: %s", e.getMessage());
            return Optional.empty();
        }
        List<Hit> hits = new ArrayList<>(index.nearest(Set.of(Kinds.VIDEO), vector, filters, NEIGHBOURS));
        if (filters.isEmpty()) {
            hits.addAll(index.nearest(Set.of(Kinds.WINDOW), vector, List.of(), NEIGHBOURS));
        }
        Set<VideoId> videos = new LinkedHashSet<>();
        hits.stream()
                .filter(hit -> hit.score() >= RELATED)
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .forEach(hit -> VideoId.parse(hit.parent()).ifPresent(videos::add));
        return Optional.of(List.copyOf(videos));
    }
}
