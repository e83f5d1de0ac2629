package io.vidstead.media.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Kind and size of a picture, read from its first bytes.
 *
 * @param demuxer ffmpeg's name for its container
 */
record ImageHeader(String demuxer, int width, int height) {
    /** Cameras put much before the size of a JPEG. */
    private static final int LENGTH = 1 << 20;

    long pixels() {
        return (long) width * height;
    }

    /** Empty where the file is none of JPEG, PNG, GIF and WebP, or ends before its size is told. */
    static Optional<ImageHeader> read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return parse(ByteBuffer.wrap(in.readNBytes(LENGTH)));
        }
    }

    static Optional<ImageHeader> parse(ByteBuffer head) {
        try {
            return recognise(head).filter(header -> header.width > 0 && header.height > 0);
        } catch (IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Optional<ImageHeader> recognise(ByteBuffer head) {
        if (head.getLong(0) == 0x89504e470d0a1a0aL && head.getInt(12) == 0x49484452) {
            return Optional.of(new ImageHeader("png_pipe", head.getInt(16), head.getInt(20)));
        }
        if (head.getShort(0) == (short) 0xffd8) {
            return jpeg(head);
        }
        if (head.getInt(0) == 0x47494638) {
            var little = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            return Optional.of(new ImageHeader(
                    "gif", Short.toUnsignedInt(little.getShort(6)), Short.toUnsignedInt(little.getShort(8))));
        }
        return head.getInt(0) == 0x52494646 && head.getInt(8) == 0x57454250 ? webp(head) : Optional.empty();
    }

    /** ITU-T T.81, B.1: the size is in the start-of-frame segment. */
    private static Optional<ImageHeader> jpeg(ByteBuffer head) {
        int at = 2;
        while (true) {
            int marker = Short.toUnsignedInt(head.getShort(at));
            if (marker == 0xffff) {
                at++;
                continue;
            }
            boolean frame =
                    marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
            if (frame) {
                return Optional.of(new ImageHeader(
                        "jpeg_pipe",
                        Short.toUnsignedInt(head.getShort(at + 7)),
                        Short.toUnsignedInt(head.getShort(at + 5))));
            }
            int length = Short.toUnsignedInt(head.getShort(at + 2));
            if (marker < 0xff00 || length < 2) {
                return Optional.empty();
            }
            at += 2 + length;
        }
    }

    /** RFC 9649, 2.5 to 2.7. */
    private static Optional<ImageHeader> webp(ByteBuffer head) {
        var in = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return switch (head.getInt(12)) {
            case 0x56503820 ->
                Optional.of(new ImageHeader("webp_pipe", in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff));
            case 0x5650384c ->
                Optional.of(new ImageHeader(
                        "webp_pipe", (in.getInt(21) & 0x3fff) + 1, (in.getInt(21) >>> 14 & 0x3fff) + 1));
            case 0x56503858 ->
                Optional.of(new ImageHeader(
                        "webp_pipe", (in.getInt(24) & 0xffffff) + 1, (in.getInt(26) >>> 8 & 0xffffff) + 1));
            default -> Optional.empty();
        };
    }
}
