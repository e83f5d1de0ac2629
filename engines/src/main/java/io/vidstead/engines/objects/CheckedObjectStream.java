package io.vidstead.engines.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An object's content that ends with {@link CorruptObjectException} unless it was what had been stored. */
final class CheckedObjectStream extends FilterInputStream {

    private final StoredObject expected;
    private final Sha256 sha256 = Sha256.empty();
    private final byte[] single = new byte[1];

    CheckedObjectStream(InputStream content, StoredObject expected) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            sha256.update(buffer, offset, read);
        } else if (read < 0 && !sha256.hex().equals(expected.sha256())) {
            throw new CorruptObjectException(expected.key() + " is not what was stored");
        }
        return read;
    }

    /** By reading, for skipped bytes count as well. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(count, Sha256.BUFFER_SIZE))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
