package io.vidstead.media.cmaf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes nested boxes (ISO/IEC 14496-12, 4.2) into a buffer that grows; sizes are filled in when a box ends. */
public final class BoxWriter {
    private ByteBuffer out = ByteBuffer.allocate(1024);
    private final Deque<Integer> open = new ArrayDeque<>();

    public BoxWriter begin(String type) {
        open.push(out.position());
        return u32(0).text(type);
    }

    /** A box with version and flags. */
    public BoxWriter beginFull(String type, int version, int flags) {
        return begin(type).u32(version << 24 | flags);
    }

    public BoxWriter end() {
        int start = open.pop();
        out.putInt(start, out.position() - start);
        return this;
    }

    public BoxWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    public BoxWriter u32(long value) {
        room(4).putInt((int) value);
        return this;
    }

    public BoxWriter u64(long value) {
        room(8).putLong(value);
        return this;
    }

    public BoxWriter zeros(int count) {
        return bytes(ByteBuffer.allocate(count));
    }

    public BoxWriter text(String ascii) {
        return bytes(ByteBuffer.wrap(ascii.getBytes(StandardCharsets.US_ASCII)));
    }

    public BoxWriter bytes(ByteBuffer bytes) {
        room(bytes.remaining()).put(bytes.duplicate());
        return this;
    }

    /** What was written, ready to be read. */
    public ByteBuffer toBuffer() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("a box is still open");
        }
        return out.duplicate().flip();
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            var larger = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + bytes));
            out = larger.put(out.flip());
        }
        return out;
    }
}
