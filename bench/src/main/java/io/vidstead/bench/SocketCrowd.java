package io.vidstead.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Thousands of WebSockets on one thread, which read and are otherwise still: a client that costs next to nothing. */
final class SocketCrowd implements AutoCloseable {

    /** The handshake's key may be any 16 bytes. */
    private static final String HANDSHAKE = """
            GET /ws HTTP/1.1\r
            Host: %s\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private static final int PONG = 0x8A;
    private static final int PING = 0x9;
    private static final int MASKED = 0x80;

    private final URI site;
    private final Selector selector;
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    SocketCrowd(URI site) throws IOException {
        this.site = site;
        this.selector = Selector.open();
    }

    /** Opens one and returns when it is welcomed. */
    void open() throws IOException {
        SocketChannel socket = SocketChannel.open(new InetSocketAddress(site.getHost(), site.getPort()));
        write(socket, HANDSHAKE.formatted(site.getAuthority()).getBytes(StandardCharsets.US_ASCII));
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("welcome") < 0) {
            buffer.clear();
            if (socket.read(buffer) < 0) {
                throw new IOException("a socket was refused: " + heard);
            }
            heard.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
        }
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ);
        sockets.add(socket);
    }

    int size() {
        return sockets.size();
    }

    void say(String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocate(text.length + 6);
        // A mask of zeros is a mask.
        frame.put((byte) 0x81).put((byte) (MASKED | text.length)).putInt(0).put(text);
        for (SocketChannel socket : sockets) {
            write(socket, frame.array());
        }
    }

    /**
     * Reads until as many messages with that text have come as there are sockets, or the time is over.
     *
     * @return nanoTime of each
     */
    List<Long> hear(String text, long untilNanos) throws IOException {
        List<Long> times = new ArrayList<>(sockets.size());
        while (times.size() < sockets.size() && System.nanoTime() < untilNanos) {
            selector.select(100);
            for (SelectionKey key : selector.selectedKeys()) {
                SocketChannel socket = (SocketChannel) key.channel();
                buffer.clear();
                if (socket.read(buffer) < 0) {
                    throw new IOException("a socket was closed");
                }
                long now = System.nanoTime();
                String heard = StandardCharsets.ISO_8859_1.decode(buffer.flip()).toString();
                if (heard.length() == 2 && (heard.charAt(0) & 0xf) == PING) {
                    write(socket, new byte[] {(byte) PONG, (byte) MASKED, 0, 0, 0, 0});
                }
                if (heard.contains(text)) {
                    times.add(now);
                }
            }
            selector.selectedKeys().clear();
        }
        return times;
    }

    private static void write(SocketChannel socket, byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            socket.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel socket : sockets) {
            socket.close();
        }
        selector.close();
    }
}
