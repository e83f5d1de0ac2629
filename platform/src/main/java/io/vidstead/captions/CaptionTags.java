package io.vidstead.captions;

import io.vidstead.catalog.CaptionTrack;
import io.vidstead.kernel.http.EntityTags;
import org.jspecify.annotations.Nullable;

/** Entity tags of captions: each edit makes a file, whose name no other file ever has. */
final class CaptionTags {

    private CaptionTags() {}

    static String of(CaptionTrack track) {
        return '"' + track.fileName() + '"';
    }

    /** Weak tags are taken too: proxies that compress make them, and the file does not depend on the answer's bytes. */
    static boolean matches(@Nullable String ifMatch, CaptionTrack track) {
        return ifMatch == null || EntityTags.anyMatches(ifMatch, of(track));
    }
}
