package io.vidstead.engines.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A ClamAV daemon, spoken to by its command INSTREAM (clamd(8)): pieces of the content with their lengths, then one line
 * of answer. One connection a scan.
 */
public final class ClamdScanner implements VirusScanner {
    private static final int PIECE = 64 << 10;
    private static final int MAX_ANSWER = 4096;
    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String FOUND = " FOUND";
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\w.:-]");

    private final ClamdAddress address;
    private final long maxBytes;
    private final Duration limit;

    /**
     * @param maxBytes how much of a file's beginning is looked at; at most clamd's own StreamMaxLength
     * @param limit time for a whole scan
     */
    public ClamdScanner(ClamdAddress address, long maxBytes, Duration limit) {
        this.address = address;
        this.maxBytes = maxBytes;
        this.limit = limit;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        try (var channel = open()) {
            var watch = closingAfterLimit(channel);
            try {
                connect(channel);
                return verdict(exchange(channel, content));
            } finally {
                watch.interrupt();
            }
        }
    }

    private SocketChannel open() throws IOException {
        return switch (address) {
            case ClamdAddress.Tcp _ -> SocketChannel.open();
            case ClamdAddress.Unix _ -> SocketChannel.open(StandardProtocolFamily.UNIX);
        };
    }

    /** Channels know no time-outs of their own: closing one wakes whoever waits for it. */
    private Thread closingAfterLimit(SocketChannel channel) {
        return Thread.ofVirtual().name("scan-limit").start(() -> {
            try {
                Thread.sleep(limit);
                channel.close();
            } catch (InterruptedException | IOException _) {
                // The scan has ended.
            }
        });
    }

    private void connect(SocketChannel channel) {
        try {
            channel.connect(address.resolve());
        } catch (IOException | RuntimeException e) {
            throw new ScannerUnavailableException("clamd cannot be reached at " + address, e);
        }
    }

    private String exchange(SocketChannel channel, InputStream content) throws IOException {
        var sent = true;
        try {
            write(channel, ByteBuffer.wrap(BEGIN));
        } catch (IOException e) {
            throw new ScannerUnavailableException("clamd ended the conversation", e);
        }
        var piece = new byte[PIECE];
        long left = maxBytes;
        while (sent && left > 0) {
            int read = content.readNBytes(piece, 0, (int) Math.min(PIECE, left));
            if (read == 0) {
                break;
            }
            left -= read;
            sent = send(channel, piece, read);
        }
        if (sent) {
            send(channel, piece, 0);
        }
        return answer(channel);
    }

    /** Whether it was taken; a daemon that has its verdict, or enough, closes its ear but still answers. */
    private static boolean send(SocketChannel channel, byte[] piece, int length) {
        try {
            write(
                    channel,
                    ByteBuffer.allocate(Integer.BYTES + length)
                            .putInt(length)
                            .put(piece, 0, length)
                            .flip());
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) {
        var bytes = ByteBuffer.allocate(MAX_ANSWER);
        try {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0 && !ended(bytes)) {
                // One line, which a zero ends.
            }
        } catch (IOException e) {
            throw new ScannerUnavailableException("clamd gave no answer", e);
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }

    private static boolean ended(ByteBuffer bytes) {
        return bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0;
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            var name = answer.substring("stream: ".length(), answer.length() - FOUND.length());
            return new Verdict.Infected(NOT_IN_NAMES.matcher(name).replaceAll("_"));
        }
        if (answer.contains("size limit exceeded")) {
            throw new ScannerUnavailableException("scan.max-size is larger than clamd's StreamMaxLength");
        }
        throw new ScannerUnavailableException(
                "clamd answered \"" + NOT_IN_NAMES.matcher(answer).replaceAll("_") + "\"");
    }
}
