package io.vidstead.search;

import static java.util.Objects.requireNonNull;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.engines.search.SearchIndexException;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** What videos are about, as vectors of length 1: the nearer two subjects, the larger their dot product. */
@ApplicationScoped
public class Subjects {

    private static final Logger LOG = Logger.getLogger(Subjects.class);
    /** Below this cosine two videos may have something in common, but are not about the same. */
    private static final double ALIKE = 0.45;

    private final Vectors vectors;
    private final VectorStore store;
    private final Transactions transactions;

    private final SearchIndex index;

    Subjects(Vectors vectors, VectorStore store, Transactions transactions, SearchIndex index) {
        this.index = index;
        this.vectors = vectors;
        this.store = store;
        this.transactions = transactions;
    }

    /** Those that are known, all by one model; a new video's follow a moment after it is published. One statement. */
    public Map<VideoId, float[]> known(Collection<PublicVideo> videos) {
        Map<VideoId, String> digests = new HashMap<>();
        videos.forEach(video -> digests.put(video.id(), Vectors.digest(VideoEntries.subject(video))));
        Map<VideoId, float[]> known = new HashMap<>();
        if (!digests.isEmpty()) {
            transactions
                    .read(handle -> store.findAll(handle, vectors.model(), digests))
                    .forEach((video, bytes) -> known.put(video, Vectors.floats(bytes)));
        }
        return known;
    }

    /** Of videos that everybody may find; what is not in the index, or while there is none, is left out. */
    public Map<VideoId, float[]> vectors(Collection<VideoId> videos) {
        Map<String, VideoId> ids = new HashMap<>();
        videos.forEach(video -> ids.put(Kinds.id(Kinds.VIDEO, video.value()), video));
        Map<VideoId, float[]> known = new HashMap<>();
        try {
            index.vectors(ids.keySet()).forEach((id, vector) -> known.put(requireNonNull(ids.get(id)), vector));
        } catch (SearchIndexException e) {
            LOG.debugf("videos are compared without their meaning: %s", e.getMessage());
        }
        return known;
    }

    /** Those whose subject is nearest to that of a video, the nearest first, without itself; as the index has them. */
    public List<VideoId> near(VideoId video, int limit) {
        float[] vector = vectors(List.of(video)).get(video);
        if (vector == null) {
            return List.of();
        }
        try {
            return index.nearest(Set.of(Kinds.VIDEO), vector, List.of(), limit + 1).stream()
                    .filter(hit -> hit.score() >= ALIKE && !hit.parent().equals(video.value()))
                    .flatMap(hit -> VideoId.parse(hit.parent()).stream())
                    .limit(limit)
                    .toList();
        } catch (SearchIndexException e) {
            LOG.debugf("nothing is told to be near: %s", e.getMessage());
            return List.of();
        }
    }
}
