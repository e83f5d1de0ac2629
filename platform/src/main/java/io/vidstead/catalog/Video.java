package io.vidstead.catalog;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * A video as it stood when it was read.
 *
 * @param premium whether only those may play it whom {@link Entitlements} knows
 * @param version counts the owner's edits
 * @param published when it first became playable
 * @param original what was sent, also when it is lost
 * @param loss why the original can no longer be read
 * @param reduced since when its upper renditions are gone because nobody watched it
 */
public record Video(
        VideoId id,
        UserId owner,
        VideoDetails details,
        boolean premium,
        VideoState state,
        Optional<Original> original,
        Optional<MediaFacts> facts,
        long version,
        Instant created,
        Instant updated,
        Optional<Instant> published,
        Optional<OriginalLoss> loss,
        Optional<Instant> reduced) {

    /** The original, where it can still be read. */
    public Optional<Original> readableOriginal() {
        return loss.isPresent() ? Optional.empty() : original;
    }
}
