package io.vidstead.search;

import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.embed.Embedder;
import io.vidstead.engines.embed.EmbedderUnavailableException;
import io.vidstead.engines.search.Feedback;
import io.vidstead.engines.search.Filter;
import io.vidstead.engines.search.Found.Hit;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * What was asked, and whose meaning is near.
     *
     * @param videos the nearest first
     */
    record Meant(float[] question, List<VideoId> videos) {

        Meant {
            videos = List.copyOf(videos);
        }
    }

    /**
     * @param filters of videos; they hold for what is said in them as well only once their videos are looked at
     * @return absent while there is no model, and where it does not know the words
     */
    Optional<Meant> nearest(String meaning, List<Filter> filters) {
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
        hits.removeIf(hit -> hit.score() < RELATED);
        return Optional.of(new Meant(vector, videos(hits)));
    }

    /**
     * Orders what is near anew, by the question and the best of what was found.
     *
     * @param near videos that were found near; none is added
     */
    List<VideoId> nearest(float[] question, List<VideoId> near, List<VideoId> best) {
        Collection<float[]> vectors = near.isEmpty() ? List.of() : vectors(best);
        if (vectors.isEmpty()) {
            return near;
        }
        List<Filter> among =
                List.of(new Filter.Parents(near.stream().map(VideoId::value).collect(Collectors.toSet())));
        Set<VideoId> order = new LinkedHashSet<>(videos(index.nearest(
                Set.of(Kinds.VIDEO, Kinds.WINDOW), Feedback.moved(question, vectors), among, NEIGHBOURS)));
        order.addAll(near);
        return List.copyOf(order);
    }

    private Collection<float[]> vectors(List<VideoId> videos) {
        return index.vectors(videos.stream()
                        .map(id -> Kinds.id(Kinds.VIDEO, id.value()))
                        .toList())
                .values();
    }

    private static List<VideoId> videos(List<Hit> hits) {
        Set<VideoId> videos = new LinkedHashSet<>();
        hits.stream()
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .forEach(hit -> VideoId.parse(hit.parent()).ifPresent(videos::add));
        return List.copyOf(videos);
    }
}
