package io.vidstead.engines.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The body of an answer (RFC 9112, 6): by its length, in chunks, or up to the end of the connection. */
final class AnswerBody {

    private static final int MAX_LINE = 200;

    private AnswerBody() {}

    /** @throws IOException when it is longer than {@code max}, or ends too early */
    static byte[] read(InputStream in, Map<String, String> headers, int max) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(in, max);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return limited(in.readNBytes(max + 1), max);
        }
        if (!length.matches("\\d{1,10}") || Long.parseLong(length) > max) {
            throw new IOException("the answer is too long: " + length);
        }
        return whole(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in, int max) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                throw new IOException("no chunk");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return body.toByteArray();
            }
            if (body.size() + length > max) {
                throw new IOException("the answer is too long");
            }
            body.write(whole(in, length));
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends too early");
            }
            if (line.size() >= MAX_LINE) {
                throw new IOException("no chunk");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends too early");
        }
        return bytes;
    }

    private static byte[] limited(byte[] bytes, int max) throws IOException {
        if (bytes.length > max) {
            throw new IOException("the answer is too long");
        }
        return bytes;
    }
}
