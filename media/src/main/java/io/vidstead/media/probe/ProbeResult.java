package io.vidstead.media.probe;

import io.vidstead.media.MediaInfo;
import java.util.Locale;

/** What became of a probe. */
public sealed interface ProbeResult {

    /**
     * What was found.
     *
     * @throws IllegalArgumentException with the reason where the file is refused
     */
    default MediaInfo require() {
        return switch (this) {
            case Accepted(var info) -> info;
            case Refused refused -> throw new IllegalArgumentException(refused.detail());
        };
    }

    /** The file is a video within the limits. */
    record Accepted(MediaInfo info) implements ProbeResult {}

    /**
     * The file will not be processed, however often it is tried.
     *
     * @param reason stable, for programs
     * @param detail one sentence for the person who uploaded it; names no path and quotes nothing of the file
     */
    record Refused(Reason reason, String detail) implements ProbeResult {
        Refused(Reason reason) {
            this(reason, reason.detail);
        }

        /** The reason's stable code, such as {@code not_a_video}. */
        public String code() {
            return reason.code();
        }
    }

    /** Why a file is refused. */
    enum Reason {
        EMPTY_FILE("The file is empty."),
        NOT_A_VIDEO("This is not a video file, or of a kind that is not supported."),
        PLAYLIST("This is a playlist that points to other files, not a video."),
        IMAGE("This is a picture, not a video."),
        TRUNCATED("The file is incomplete: its end is missing. Was it cut off while it was copied or recorded?"),
        NO_STREAMS("The file holds neither pictures nor sound."),
        UNSUPPORTED_CODEC("The pictures are coded in a way that cannot be read."),
        TOO_SMALL("The pictures are too small to be shown."),
        TOO_MANY_STREAMS("The file holds too many tracks."),
        TOO_MANY_PIXELS("The pictures are larger than 8K."),
        TOO_MANY_FRAMES("The video has too many frames a second or in all."),
        TOO_LONG("The video is too long."),
        TOO_COSTLY_TO_PROBE("Looking at the file took too long, so it was given up.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
