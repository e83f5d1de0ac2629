package io.vidstead.media.jit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Hands bytes on in large portions, whatever the pieces they come in: sound and picture take turns in most originals, and a
 * write for every picture would cost a socket more than the bytes. Ends with {@link #flush}.
 */
final class GatheredOutput {
    private static final int PORTION = 1 << 17;

    private final WritableByteChannel out;
    private final ByteBuffer gathered = ByteBuffer.allocateDirect(PORTION);

    GatheredOutput(WritableByteChannel out) {
        this.out = out;
    }

    void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            makeRoom();
            int length = Math.min(bytes.remaining(), gathered.remaining());
            gathered.put(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
        }
    }

    /** @throws IOException also where the file ends before */
    void put(FileChannel in, long offset, long length) throws IOException {
        for (long done = 0; done < length; ) {
            makeRoom();
            gathered.limit((int) Math.min(gathered.capacity(), gathered.position() + length - done));
            int read = in.read(gathered, offset + done);
            gathered.limit(gathered.capacity());
            if (read < 0) {
                throw new IOException("The original became shorter");
            }
            done += read;
        }
    }

    private void makeRoom() throws IOException {
        if (!gathered.hasRemaining()) {
            flush();
        }
    }

    void flush() throws IOException {
        gathered.flip();
        while (gathered.hasRemaining()) {
            out.write(gathered);
        }
        gathered.clear();
    }
}
