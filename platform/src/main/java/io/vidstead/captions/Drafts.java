package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.CaptionTrack.Origin;

/** What programs hear in videos. */
final class Drafts {

    private static final String MARK = " (automatic)";

    private Drafts() {}

    /** What captions are called once the owner has made them theirs. */
    static String labelOf(CaptionTrack track) {
        return track.origin() == Origin.AUTOMATIC && track.label().endsWith(MARK)
                ? track.label().substring(0, track.label().length() - MARK.length())
                : track.label();
    }
}
