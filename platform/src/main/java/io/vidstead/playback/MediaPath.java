package io.vidstead.playback;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path under {@code /media}: {@code /media/{video}/{file}} or {@code
 * /media/{video}/{expiry}-{viewer}/{signature}/{file}}.
 *
 * @param signature absent in the first form
 */
record MediaPath(VideoId video, Optional<Signature> signature, String file) {

    /**
     * What makes a path good for a while.
     *
     * @param viewer whom it was handed out to
     */
    record Signature(long expiry, UserId viewer, String value) {}

    private static final Pattern SHAPE = Pattern.compile("/media/([A-Za-z0-9_-]{11})"
            + "(?:/([0-9]{1,12})-([0-9A-Z]{13})/([A-Za-z0-9_-]{43}))?/([A-Za-z0-9][A-Za-z0-9._-]{0,127})");

    /** Reads a path as it came, not decoded: ours need no escapes, and what has some is none of ours. */
    static Optional<MediaPath> parse(String path) {
        Matcher parts = SHAPE.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Signature> signature = Optional.ofNullable(parts.group(2))
                .flatMap(expiry -> UserId.parse(parts.group(3))
                        .map(viewer -> new Signature(Long.parseLong(expiry), viewer, parts.group(4))));
        if (parts.group(2) != null && signature.isEmpty()) {
            return Optional.empty();
        }
        return VideoId.parse(parts.group(1)).map(video -> new MediaPath(video, signature, parts.group(5)));
    }
}
