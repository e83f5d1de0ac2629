package io.vidstead.media.derive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Small pictures of a whole video in a few sheets, for scrub bars.
 *
 * @param sheets JPEG, in order of time
 * @param length of the video
 */
public record Storyboard(List<Path> sheets, StoryboardLayout layout, Duration length) {
    public Storyboard {
        sheets = List.copyOf(sheets);
    }

    /**
     * The WebVTT index that players read: one cue a picture, naming its sheet and place.
     *
     * @param names addresses of the sheets, relative to the index, in their order
     */
    public String toWebVtt(List<String> names) {
        var cues = new WebVtt.Writer();
        for (int tile = 0; tile < layout.tiles(); tile++) {
            var from = layout.interval().multipliedBy(tile);
            var to = tile == layout.tiles() - 1 ? later(length, from) : from.plus(layout.interval());
            int place = tile % layout.perSheet();
            cues.add(
                    from,
                    to,
                    "%s#xywh=%d,%d,%d,%d"
                            .formatted(
                                    names.get(tile / layout.perSheet()),
                                    place % layout.columns() * layout.width(),
                                    place / layout.columns() * layout.height(),
                                    layout.width(),
                                    layout.height()));
        }
        return cues.toString();
    }

    private static Duration later(Duration end, Duration from) {
        return end.compareTo(from) > 0 ? end : from.plusSeconds(1);
    }
}
