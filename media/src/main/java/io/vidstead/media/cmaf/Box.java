package io.vidstead.media.cmaf;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One box of the ISO base media file format (ISO/IEC 14496-12, 4.2) in memory.
 *
 * @param type four characters
 * @param body what follows the header; big-endian, position 0
 */
public record Box(String type, ByteBuffer body) {
    private static final int MAX_CHILDREN = 4096;

    /**
     * Runs a parser over untrusted bytes and turns every way it can stumble into one exception.
     *
     * @throws MediaException {@code MALFORMED_MEDIA}
     */
    public static <T> T parse(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | NegativeArraySizeException e) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The file's boxes contradict each other", e);
        }
    }

    static MediaException malformed(String message) {
        return new MediaException(Code.MALFORMED_MEDIA, message);
    }

    /** The boxes that lie one after the other in {@code bytes}. */
    public static List<Box> list(ByteBuffer bytes) {
        var boxes = new ArrayList<Box>();
        var in = bytes.duplicate();
        while (in.remaining() >= 8) {
            if (boxes.size() == MAX_CHILDREN) {
                throw malformed("Too many boxes");
            }
            int start = in.position();
            long size = Integer.toUnsignedLong(in.getInt());
            var type = fourCharacters(in);
            if (size == 1) {
                size = in.getLong();
            } else if (size == 0) {
                size = (long) in.limit() - start;
            }
            int header = in.position() - start;
            if (size < header || size > in.limit() - start) {
                throw malformed("A box is larger than what holds it");
            }
            boxes.add(new Box(type, in.slice(in.position(), (int) size - header)));
            in.position(start + (int) size);
        }
        return boxes;
    }

    static String fourCharacters(ByteBuffer in) {
        var four = new byte[4];
        in.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    public List<Box> children() {
        return list(body.duplicate().position(0));
    }

    /** The boxes within this one after {@code skip} bytes of its own fields. */
    public List<Box> childrenAfter(int skip) {
        return list(body.duplicate().position(skip));
    }

    public Optional<Box> find(String... path) {
        var box = Optional.of(this);
        for (var step : path) {
            box = box.flatMap(parent -> parent.children().stream()
                    .filter(child -> child.type.equals(step))
                    .findFirst());
        }
        return box;
    }

    public Box require(String... path) {
        return find(path).orElseThrow(() -> malformed("The file lacks a " + String.join(".", path) + " box"));
    }

    /** A cursor over the body. */
    public ByteBuffer reader() {
        return body.duplicate().position(0);
    }

    /** The version of a full box. */
    public int version() {
        return Byte.toUnsignedInt(body.get(0));
    }

    /** The flags of a full box. */
    public int flags() {
        return body.getInt(0) & 0xffffff;
    }
}
