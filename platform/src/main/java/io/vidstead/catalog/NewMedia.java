package io.vidstead.catalog;

import java.util.List;

/**
 * What a video shows from the moment on at which a new file takes the old one's place.
 *
 * @param renditions enough to play
 * @param poster the number of the still that is shown unless the owner brought a picture
 */
public record NewMedia(MediaFacts facts, List<RenditionRecord> renditions, List<ThumbnailRecord> stills, int poster) {
    public NewMedia {
        renditions = List.copyOf(renditions);
        stills = List.copyOf(stills);
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("what has no rendition does not play");
        }
    }
}
