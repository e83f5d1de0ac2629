package io.vidstead.media.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of this machine that counts who knocks. */
public final class Trap implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger visits = new AtomicInteger();

    public Trap() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        try {
            while (true) {
                socket.accept().close();
                visits.incrementAndGet();
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    public int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
