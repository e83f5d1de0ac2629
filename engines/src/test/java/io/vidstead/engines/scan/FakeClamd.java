package io.vidstead.engines.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks INSTREAM as clamd does, and can be told to misbehave. */
final class FakeClamd implements AutoCloseable {
    /** What it does with a connection. */
    enum Manner {
        /** Finds what it was told to look for. */
        HONEST,
        HANGS,
        CLOSES_AT_ONCE,
        TALKS_NONSENSE,
        TAKES_LITTLE
    }

    static final String BAD = "this is bad";

    private final ServerSocket socket;
    private final Manner manner;
    private final AtomicLong taken = new AtomicLong();

    FakeClamd(Manner manner) {
        this.manner = manner;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    ClamdAddress address() {
        return new ClamdAddress.Tcp("127.0.0.1", socket.getLocalPort());
    }

    long taken() {
        return taken.get();
    }

    private void serve() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> converse(connection));
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            switch (manner) {
                case CLOSES_AT_ONCE -> {}
                case HANGS -> connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                case TALKS_NONSENSE -> answer(connection, "<b>what?</b>");
                case TAKES_LITTLE -> {
                    connection.getInputStream().readNBytes(1000);
                    answer(connection, "INSTREAM size limit exceeded. ERROR");
                }
                case HONEST ->
                    answer(connection, read(connection).contains(BAD) ? "stream: Bad.Words-1 FOUND" : "stream: OK");
            }
        } catch (IOException _) {
            // The other side went away.
        }
    }

    private String read(Socket connection) throws IOException {
        var in = new DataInputStream(connection.getInputStream());
        var begin = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!begin.equals("zINSTREAM\0")) {
            throw new IOException(begin);
        }
        var text = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            text.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            taken.addAndGet(length);
        }
        return text.toString();
    }

    private static void answer(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        connection.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
