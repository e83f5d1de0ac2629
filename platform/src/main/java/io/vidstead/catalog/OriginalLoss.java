package io.vidstead.catalog;

import java.util.Locale;

/** Why a video's original can no longer be read. The video plays on from its renditions. */
public enum OriginalLoss {
    /** By the site's policy. */
    DROPPED,
    /** Its bytes are not those that were sent. */
    DAMAGED;

    /** The stable name in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: what cannot be done. */
    public String sentence() {
        return switch (this) {
            case DROPPED ->
                "The original of this video was dropped by this site's policy; without it, nothing can be encoded anew."
                        + " Replace the file to get new qualities.";
            case DAMAGED ->
                "The original of this video is damaged; nothing can be encoded from it. Replace the file to get new"
                        + " qualities.";
        };
    }

    static OriginalLoss of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
