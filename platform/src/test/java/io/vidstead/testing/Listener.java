package io.vidstead.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An open socket of somebody. */
public final class Listener implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final JsonNode welcome;

    private Listener(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
        welcome = await(message -> message.path("type").asText().equals("welcome"));
    }

    public static Listener anonymous(URI site) {
        return new Listener(address(site, ""));
    }

    public static Listener of(Visitor visitor, URI site) {
        return withTicket(ticket(visitor), site);
    }

    public static Listener withTicket(String ticket, URI site) {
        return new Listener(address(site, "?ticket=" + ticket));
    }

    public static String ticket(Visitor visitor) {
        return visitor.post("/api/v1/realtime/ticket", "{}")
                .json()
                .path("ticket")
                .asText();
    }

    public static URI address(URI site, String query) {
        return URI.create("ws://" + site.getAuthority() + "/ws" + query);
    }

    public JsonNode welcome() {
        return welcome;
    }

    public Listener say(String json) {
        socket.sendText(json, true).join();
        return this;
    }

    /** Subscribes, and waits until that has happened. */
    public Listener subscribe(String channel) {
        say("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}");
        await(message -> message.path("type").asText().equals("subscribed")
                && message.path("channel").asText().equals(channel));
        return this;
    }

    /** The next message of that type; others before it are dropped. */
    public JsonNode next(String type) {
        return await(message -> message.path("type").asText().equals(type));
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                JsonNode message = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (message == null) {
                    throw new AssertionError("nothing of the kind came");
                }
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came and was not looked at. */
    public JsonNode[] rest() {
        return messages.toArray(JsonNode[]::new);
    }

    /** With which code the server closed it. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public WebSocket socket() {
        return socket;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                messages.add(JSON.readTree(part.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
