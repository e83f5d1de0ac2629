package io.vidstead.engines.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Bytes for tests of stores. */
final class Content {

    private Content() {}

    static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    static InputStream slice(byte[] bytes, int from, int to) {
        return new ByteArrayInputStream(bytes, from, to - from);
    }

    static byte[] read(ObjectStore store, ObjectKey key) throws IOException {
        try (InputStream content = store.open(key).orElseThrow()) {
            return content.readAllBytes();
        }
    }

    /** A connection that is cut after so many bytes. */
    static final class CutStream extends InputStream {

        private final InputStream bytes;
        private int left;

        CutStream(byte[] content, int left) {
            this.bytes = new ByteArrayInputStream(content);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("cut");
            }
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("cut");
            }
            int read = bytes.read(buffer, offset, Math.min(length, left));
            left -= read;
            return read;
        }
    }

    /** A slow client: says that it is being read and then waits. */
    static final class WaitingStream extends ByteArrayInputStream {

        private final CountDownLatch reading;
        private final CountDownLatch mayGoOn;

        WaitingStream(byte[] content, CountDownLatch reading, CountDownLatch mayGoOn) {
            super(content);
            this.reading = reading;
            this.mayGoOn = mayGoOn;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            reading.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return super.read(buffer, offset, length);
        }
    }
}
