package io.vidstead.media.images;

import java.nio.file.Path;
import java.util.Locale;

/** What became of an untrusted picture. */
public sealed interface ImageResult {

    /**
     * The picture was decoded and written anew, without any of its metadata.
     *
     * @param file JPEG
     * @param colour average colour as {@code #rrggbb}
     */
    record Accepted(Path file, int width, int height, String colour) implements ImageResult {}

    /**
     * The picture will not be used.
     *
     * @param detail one sentence for the person who sent it
     */
    record Refused(Reason reason, String detail) implements ImageResult {
        Refused(Reason reason) {
            this(reason, reason.detail);
        }

        /** The reason's stable code, such as {@code not_an_image}. */
        public String code() {
            return reason.code();
        }
    }

    /** Why a picture is refused. */
    enum Reason {
        NOT_AN_IMAGE("This is no JPEG, PNG, WebP or GIF picture."),
        TOO_LARGE("The picture's file is larger than 20 MB."),
        TOO_MANY_PIXELS("The picture has more than 64 million pixels."),
        BROKEN_IMAGE("The picture is damaged and cannot be read.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
