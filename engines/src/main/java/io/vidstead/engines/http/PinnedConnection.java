package io.vidstead.engines.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over a connection of its own, to exactly the address that was checked: a client that looks the name up again
 * could be led elsewhere. Follows no redirect.
 */
public final class PinnedConnection {

    private static final int MAX_HEAD = 16_384;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * How patient and how curious it is.
     *
     * @param connect until the connection stands
     * @param silence between two bytes of the answer
     * @param maxBody bytes of the answer's body; 0: it is not read
     */
    public record Limits(Duration connect, Duration silence, int maxBody) {}

    /** @param headers names in lower case */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @throws IOException also when the answer is no HTTP, or its body longer than was asked for */
    public Answer post(URI endpoint, InetAddress address, Map<String, String> headers, byte[] body, Limits limits)
            throws IOException {
        boolean secure = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? HTTPS : HTTP;
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(address, port), (int) limits.connect().toMillis());
            plain.setSoTimeout((int) limits.silence().toMillis());
            try (Socket socket = secure ? secure(plain, endpoint.getHost(), port) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head(endpoint, headers, body.length).getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                return answer(socket.getInputStream(), limits.maxBody());
            }
        }
    }

    private Socket secure(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI endpoint, Map<String, String> headers, int length) {
        String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(endpoint.getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static Answer answer(InputStream in, int maxBody) throws IOException {
        String[] lines = readHead(in).split("\r\n");
        String[] status = lines[0].split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[1-5]\\d\\d")) {
            throw new IOException("no HTTP answer");
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
        }
        byte[] body = maxBody == 0 ? new byte[0] : AnswerBody.read(in, headers, maxBody);
        return new Answer(Integer.parseInt(status[1]), headers, body);
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int last = 0;
        while (head.size() < MAX_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before the answer");
            }
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("the answer's head is too large");
    }
}
