package io.vidstead.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The one who writes to an upload at the moment. Its body is watched: whoever keeps the server waiting for too long is cut
 * off.
 */
final class Writer implements AutoCloseable {

    private static final long NOT_WAITING = -1;

    private final Pace pace;
    private final LongSupplier nanoTime;
    private final Runnable cut;
    private final Runnable leave;

    private long waitingSince = NOT_WAITING;
    private long waitedInWindow;
    private long bytesInWindow;
    private boolean cutOff;

    /** @param cut closes the sender's connection, so that a read that waits for it ends */
    Writer(Pace pace, LongSupplier nanoTime, Runnable cut, Runnable leave) {
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.cut = cut;
        this.leave = leave;
    }

    /** The body, watched. */
    InputStream watch(InputStream body) {
        return new Watched(body);
    }

    /** Cuts the sender off if it was too slow. */
    void check() {
        if (tooSlow()) {
            cutOff();
        }
    }

    void cutOff() {
        synchronized (this) {
            if (cutOff) {
                return;
            }
            cutOff = true;
        }
        cut.run();
    }

    /** Whether nothing came for a while, so that somebody else may take over. */
    synchronized boolean stalled() {
        return waitingSince != NOT_WAITING
                && nanoTime.getAsLong() - waitingSince >= pace.stalledAfter().toNanos();
    }

    private synchronized boolean tooSlow() {
        long waited = waitedInWindow + (waitingSince == NOT_WAITING ? 0 : nanoTime.getAsLong() - waitingSince);
        return waited >= pace.window().toNanos() && bytesInWindow < pace.bytesPerWindow();
    }

    private synchronized void waits() throws IOException {
        if (cutOff) {
            throw new IOException("the sender was too slow");
        }
        waitingSince = nanoTime.getAsLong();
    }

    private synchronized void got(int bytes) {
        waitedInWindow += nanoTime.getAsLong() - waitingSince;
        waitingSince = NOT_WAITING;
        bytesInWindow += Math.max(0, bytes);
        if (bytesInWindow >= pace.bytesPerWindow()) {
            waitedInWindow = 0;
            bytesInWindow = 0;
        }
    }

    @Override
    public void close() {
        leave.run();
    }

    private final class Watched extends InputStream {

        private final InputStream body;

        Watched(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            waits();
            int got = 0;
            try {
                got = body.read(buffer, offset, length);
                return got;
            } finally {
                got(got);
            }
        }
    }
}
