package io.vidstead.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * One reading of everything stored.
 *
 * @param position id of the last video whose files were read
 */
record ScrubPass(
        long id, String position, long files, long bytes, long damaged, Instant begun, Optional<Instant> ended) {

    /** Not the one from which time is counted. */
    boolean isReal() {
        return id != 0;
    }

    ScrubPass after(String video, long moreFiles, long moreBytes, long moreDamaged) {
        return new ScrubPass(
                id, video, files + moreFiles, bytes + moreBytes, damaged + moreDamaged, begun, Optional.empty());
    }
}
