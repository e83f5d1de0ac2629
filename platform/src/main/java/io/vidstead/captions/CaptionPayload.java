package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Captions of a video.
 *
 * @param name by which they are asked for
 * @param language BCP 47; null where a file does not tell
 * @param preferred whether players show them unless told otherwise
 * @param origin {@code file}, {@code owner} or {@code automatic}
 * @param automatic whether a program heard them and nobody has read them since
 * @param model what heard them; null for all else
 * @param url the WebVTT file; each edit makes another
 */
record CaptionPayload(
        String name,
        @Nullable String language,
        String label,
        boolean preferred,
        String origin,
        boolean automatic,
        @Nullable String model,
        String url,
        Instant updatedAt) {

    /** @param folder the video's media */
    static CaptionPayload of(CaptionTrack track, String folder) {
        return new CaptionPayload(
                track.name(),
                track.language().orElse(null),
                track.label(),
                track.preferred(),
                track.origin().code(),
                track.origin() == CaptionTrack.Origin.AUTOMATIC,
                track.model().orElse(null),
                folder + track.fileName(),
                track.updated());
    }
}
