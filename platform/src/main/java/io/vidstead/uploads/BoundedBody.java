package io.vidstead.uploads;

import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must not be longer than a limit. The last allowed bytes are handed out only once it is sure that nothing
 * follows, so that an overlong body never completes anything.
 */
final class BoundedBody extends InputStream {

    private final InputStream body;
    private long left;

    BoundedBody(InputStream body, long limit) {
        this.body = body;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws TooLongException when there are more bytes than the limit */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            requireEnd();
            return -1;
        }
        int got = body.read(buffer, offset, (int) Math.min(length, left));
        if (got > 0) {
            left -= got;
            if (left == 0) {
                requireEnd();
            }
        }
        return got;
    }

    private void requireEnd() throws IOException {
        if (body.read() >= 0) {
            throw new TooLongException();
        }
    }

    /** More bytes came than were declared. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("more bytes than declared");
        }
    }
}
