package io.vidstead.uploads;

import io.vidstead.catalog.Category;
import io.vidstead.catalog.VideoDetails;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says of a file before its first byte.
 *
 * @param size in bytes; bounded by the settings, not here
 * @param type the media type, as declared; the file itself decides what it is
 * @param fileName as the sender's machine has it: a text to show
 */
record NewUpload(Purpose purpose, long size, String type, String fileName, boolean selfCompleting) {

    private static final int MAX_NAME = 255;

    /** What the file is for. */
    sealed interface Purpose {
        /** The same for the same purpose only. */
        String text();

        /**
         * A video of its own.
         *
         * @param premium whether only entitled viewers may play it
         */
        record NewVideo(VideoDetails details, boolean premium) implements Purpose {
            @Override
            public String text() {
                return String.join(
                        "\0",
                        details.title(),
                        details.description(),
                        details.category().map(Category::code).orElse(""),
                        String.join("\n", details.tags()),
                        details.privacy().code(),
                        details.language().orElse(""),
                        premium ? "premium" : "");
            }
        }

        /** The new file of a video whose details stay as they are. */
        record Replacing(VideoId video) implements Purpose {
            @Override
            public String text() {
                return "replaces " + video;
            }
        }
    }

    NewUpload {
        if (size <= 0) {
            throw Problem.caller("bad_size", "The size of the file must be declared and positive.");
        }
        type = plain(type);
        if (!acceptable(type)) {
            throw Problem.caller("not_a_video_type", "Only video and audio files can be uploaded.")
                    .status(415);
        }
        fileName = plain(fileName);
    }

    /** The same for the same declaration only. */
    String fingerprint() {
        String declared = String.join(
                "\0", purpose.text(), Long.toString(size), type, fileName, Boolean.toString(selfCompleting));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(declared.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Senders often do not know the type of a file; probing does, later. */
    private static boolean acceptable(String type) {
        return type.isEmpty()
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || type.startsWith("application/octet-stream")
                || type.startsWith("application/mp4")
                || type.startsWith("application/ogg")
                || type.startsWith("application/x-matroska")
                || type.startsWith("application/mxf");
    }

    /** Without control and bidirectional formatting characters or halves of surrogate pairs, and not too long. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .limit(MAX_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * What a request that names a video to replace is for.
     *
     * @param details what else it says; a replaced video keeps its own, so there must be none
     * @throws Problem not found when that is no video's id
     */
    static Purpose replacing(String video, @Nullable Object... details) {
        if (Arrays.stream(details).anyMatch(Objects::nonNull)) {
            throw Problem.caller(
                    "details_of_replaced", "A replaced video keeps its details: send the file alone, edit them apart.");
        }
        return VideoId.parse(video)
                .<Purpose>map(Purpose.Replacing::new)
                .orElseThrow(() -> Problem.notFound("video_not_found", "There is no such video."));
    }
}
