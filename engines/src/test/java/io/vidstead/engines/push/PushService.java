package io.vidstead.engines.push;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A push service and the browser behind it: takes messages over HTTP and decrypts them with the browser's private key. */
public final class PushService implements AutoCloseable {

    /**
     * @param content decrypted
     * @param headers names in lower case
     */
    public record Received(String content, Map<String, String> headers) {}

    private final HttpServer server;
    private final KeyPair browser = P256.generate();
    private final byte[] secret = new byte[16];
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile String retryAfter = "";

    public PushService() throws IOException {
        new SecureRandom().nextBytes(secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().getFirst()));
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            if (status == 302) {
                exchange.getResponseHeaders()
                        .set("Location", endpoint().resolve("/elsewhere").toString());
            }
            received.add(new Received(decrypt(body), headers));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** From now on. */
    public void answer(int newStatus, String newRetryAfter) {
        status = newStatus;
        retryAfter = newRetryAfter;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push/abc?x=1");
    }

    public String p256dh() {
        return encode(publicKey());
    }

    public String auth() {
        return encode(secret);
    }

    public List<Received> received() {
        return received;
    }

    PushTarget target() {
        return new PushTarget(endpoint(), publicKey(), secret);
    }

    private byte[] publicKey() {
        return P256.bytes((ECPublicKey) browser.getPublic());
    }

    private String decrypt(byte[] message) {
        try {
            return new String(
                    MessageEncryption.decrypt(message, (ECPrivateKey) browser.getPrivate(), publicKey(), secret),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            return "not for this browser: " + e;
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
