package io.vidstead.search;

import java.time.Duration;
import java.time.Instant;

/** What the entries of the index are called, and what they hold. */
final class Kinds {

    static final String VIDEO = "video";
    /** A line of captions; its parent is the video. */
    static final String CUE = "cue";
    /** Half a minute of captions, for its meaning alone; its parent is the video. */
    static final String WINDOW = "window";

    static final String CHANNEL = "channel";
    static final String PLAYLIST = "playlist";
    static final String COMMENT = "comment";

    /** Keywords. */
    static final String CATEGORY = "category";

    static final String LANGUAGE = "language";
    static final String AUTHOR = "channel";
    static final String CAPTIONED = "captioned";

    /** Numbers. */
    static final String PUBLISHED = "published";

    static final String SECONDS = "seconds";
    static final String HEIGHT = "height";
    static final String START = "start_ms";

    /** Counts. */
    static final String VIEWS = "views";

    static final String RATING = "rating";

    private Kinds() {}

    static String id(String kind, String thing) {
        return kind + ":" + thing;
    }

    /** What stands behind the kind. */
    static String thing(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    static long time(Instant at) {
        return at.toEpochMilli();
    }

    static long seconds(Duration length) {
        return length.toSeconds();
    }
}
