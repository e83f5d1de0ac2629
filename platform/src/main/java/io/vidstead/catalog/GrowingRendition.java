package io.vidstead.catalog;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.VideoId;

/**
 * A rendition that plays while it is written. Its bytes are objects by the place at which they begin: what is before the first
 * segment, then each segment.
 *
 * @param name as in {@link RenditionRecord}
 * @param fileName the last part of its address; that of the finished rendition too, where the places of its segments stay
 * @param run the encode that writes it; all tracks of one belong together
 * @param segmentIndex JSON of the media library's index of what is there
 */
public record GrowingRendition(
        RenditionRecord.Kind kind, String name, String fileName, String run, String segmentIndex) {

    /** The object that begins at a place of the file. */
    public static ObjectKey part(VideoId video, String fileName, long offset) {
        return ObjectKey.of("processed", video.value(), fileName + ".at-" + offset);
    }
}
