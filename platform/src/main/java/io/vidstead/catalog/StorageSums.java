package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much of what is stored, as sums over files. */
public final class StorageSums {

    private StorageSums() {}

    /**
     * Files of one kind.
     *
     * @param kind {@code original}, {@code rendition}, {@code derivative}, {@code replaced} or {@code deleted}
     * @param name of the rendition, or what derivative; else empty
     */
    public record OfKind(String kind, String name, long files, long bytes) {}

    /** What one user's videos take; what is about to go is among the others. */
    public record OfUser(UserId owner, long videos, long originals, long renditions, long others) {
        public long total() {
            return originals + renditions + others;
        }
    }

    /**
     * What one video takes.
     *
     * @param loss absent while there is an original
     * @param reduced since when its upper renditions are gone
     */
    public record OfVideo(
            VideoId video,
            String title,
            long originals,
            long renditions,
            long others,
            Optional<OriginalLoss> loss,
            Optional<Instant> reduced) {
        public long total() {
            return originals + renditions + others;
        }
    }

    /** A page of sums, and of how many. */
    public record Page<T>(List<T> entries, long total) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
