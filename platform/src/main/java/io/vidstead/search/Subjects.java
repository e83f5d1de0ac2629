package io.vidstead.search;

import io.vidstead.catalog.PublicVideo;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What videos are about, as vectors of length 1: the nearer two subjects, the larger their dot product. */
@ApplicationScoped
public class Subjects {

    private final Vectors vectors;
    private final VectorStore store;
    private final Transactions transactions;

    Subjects(Vectors vectors, VectorStore store, Transactions transactions) {
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
}
