package io.vidstead.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.Broadcasts;
import io.vidstead.testing.Films;
import io.vidstead.testing.Listener;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that do not keep RFC 6455, byte by byte. */
@PlatformTest
@Timeout(120)
class HostileSocketTest {

    private static final int TEXT = 0x81;
    private static final int COMPRESSED_TEXT = 0xc1;
    private static final int CLOSE = 8;
    private static final int MASKED = 0x80;
    private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Broadcasts broadcasts;

    /** A socket whose frames are ours to spoil. */
    private static final class Wire implements AutoCloseable {

        private final Socket socket = new Socket();
        private final DataInputStream in;
        final String handshake;

        Wire(URI site, int receiveBuffer) throws IOException {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.connect(new InetSocketAddress(site.getHost(), site.getPort()));
            socket.setSoTimeout(20_000);
            write(("GET /ws HTTP/1.1\r\nHost: " + site.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            handshake = head.toString();
            assertThat(handshake).startsWith("HTTP/1.1 101");
        }

        private void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** A frame of any length, masked with zeros or not at all. */
        void send(int first, boolean masked, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            int mask = masked ? MASKED : 0;
            if (payload.length < 126) {
                frame.write(mask | payload.length);
            } else {
                frame.write(mask | 126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            if (masked) {
                frame.write(new byte[4]);
            }
            frame.write(payload);
            write(frame.toByteArray());
        }

        /** Of a short frame. */
        String nextText() throws IOException {
            in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            return new String(in.readNBytes(length == 126 ? in.readUnsignedShort() : length), StandardCharsets.UTF_8);
        }

        /**
         * Reads on until the server closes.
         *
         * @return the code it gave, or 0 when it only hung up
         */
        int closeCode() throws IOException {
            try {
                while (true) {
                    int opcode = in.readUnsignedByte() & 0x0f;
                    long length = in.readUnsignedByte() & 0x7f;
                    if (length == 126) {
                        length = in.readUnsignedShort();
                    } else if (length == 127) {
                        length = in.readLong();
                    }
                    if (opcode == CLOSE) {
                        return in.readUnsignedShort();
                    }
                    in.skipNBytes(length);
                }
            } catch (EOFException | SocketException _) {
                return 0;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Wire wire() throws IOException {
        return new Wire(site, 0);
    }

    @Test
    void anUnmaskedFrameClosesTheSocket() throws IOException {
        try (Wire wire = wire()) {
            wire.send(TEXT, false, PING);
            assertThat(wire.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void compressionIsNotOfferedSoABombIsNeverUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(9, true))) {
            out.write(new byte[2_000_000]);
        }
        try (Wire wire = wire()) {
            assertThat(wire.handshake.toLowerCase(Locale.ROOT)).doesNotContain("permessage-deflate");
            wire.send(COMPRESSED_TEXT, true, bomb.toByteArray());
            assertThat(wire.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void aFrameThatSaysItIsHugeIsRefusedBeforeItComes() throws IOException {
        try (Wire wire = wire()) {
            wire.write(new byte[] {(byte) TEXT, (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            assertThat(wire.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void bytesThatAreNoTextAreNoMessage() throws IOException {
        try (Wire wire = wire()) {
            wire.send(TEXT, true, new byte[] {(byte) 0xc3, 0x28});
            while (!wire.nextText().contains("bad_message")) {
                // the greeting comes first
            }
            wire.send(TEXT, true, PING);
            assertThat(wire.nextText()).contains("pong");
        }
    }

    @Test
    void aFrameOfNoKnownKindClosesTheSocket() throws IOException {
        try (Wire wire = wire()) {
            wire.send(0x83, true, PING);
            assertThat(wire.closeCode()).isEqualTo(1002);
        }
    }

    /** The others hear everything; what waits for the one that does not read is bounded, and then it is out. */
    @Test
    void aClientThatNeverReadsIsDropped() throws IOException {
        String channel = Broadcasts.ofVideo(films.playing(Visitor.user(site).id(), Films.titled("A film", "public")));
        String words = "x".repeat(60_000);
        int messages = 300; // 18 MB: more than any system keeps for a socket
        try (Listener reads = Listener.anonymous(site).subscribe(channel);
                Wire stuck = new Wire(site, 4_096)) {
            stuck.send(
                    TEXT,
                    true,
                    ("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}").getBytes(StandardCharsets.UTF_8));
            reads.await(message -> message.path("data").path("viewers").asInt() == 2);
            boolean[] dropped = {false};
            for (int i = 0; i < messages && !dropped[0]; i++) {
                broadcasts.send(channel, "comment.posted", Map.of("n", i, "text", words));
                int sent = i;
                reads.await(message -> {
                    dropped[0] |= message.path("data").path("viewers").asInt() == 1;
                    return message.path("data").path("n").asInt(-1) == sent;
                });
            }
            if (!dropped[0]) {
                reads.await(message -> message.path("data").path("viewers").asInt() == 1);
            }
            assertThat(stuck.closeCode()).isIn(0, 4001);
        }
    }
}
