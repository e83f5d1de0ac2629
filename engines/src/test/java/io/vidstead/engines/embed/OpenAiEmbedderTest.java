package io.vidstead.engines.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vidstead.engines.guard.Guards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a service of our own that speaks the same interface. */
class OpenAiEmbedderTest extends EmbedderContract {

    private static final int DIMENSION = 8;

    private final ObjectMapper json = new ObjectMapper();
    private HttpServer server;
    private OpenAiEmbedder embedder;
    private volatile int status = 200;
    private volatile int dimension = DIMENSION;
    private volatile String body;
    private volatile int largest;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::answer);
        server.start();
        embedder = new OpenAiEmbedder(new OpenAiEmbedder.Service(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
                Optional.of("secret"),
                "small-model",
                DIMENSION));
    }

    @AfterEach
    void stop() {
        embedder.close();
        server.stop(0);
    }

    @Override
    Embedder embedder() {
        return embedder;
    }

    /** Last text first, as the interface allows: its index says whose vector it is. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = json.readTree(exchange.getRequestBody());
            boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && question.path("model").asText().equals("small-model");
            JsonNode texts = question.path("input");
            largest = Math.max(largest, texts.size());
            ArrayNode data = json.createArrayNode();
            for (int i = texts.size() - 1; i >= 0; i--) {
                Random random = new Random(texts.get(i).asText().hashCode());
                ArrayNode vector = data.addObject().put("index", i).putArray("embedding");
                for (int n = 0; n < dimension; n++) {
                    vector.add(random.nextDouble() - 0.5);
                }
            }
            byte[] answer = body != null
                    ? body.getBytes(StandardCharsets.UTF_8)
                    : json.writeValueAsBytes(json.createObjectNode().set("data", data));
            exchange.sendResponseHeaders(known ? status : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void requestsStaySmall() {
        embedder.embed(Collections.nCopies(200, "text"));
        assertThat(largest).isEqualTo(64);
    }

    @Test
    void aRefusalIsAFailure() {
        status = 429;
        assertThatThrownBy(() -> embedder.embed("text"))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("429");
    }

    @Test
    void nonsenseIsAFailure() {
        body = "<html>";
        assertThatThrownBy(() -> embedder.embed("text")).isInstanceOf(EmbedderUnavailableException.class);
        body = "{\"data\":[]}";
        assertThatThrownBy(() -> embedder.embed("text")).isInstanceOf(EmbedderUnavailableException.class);
    }

    @Test
    void vectorsOfAnotherDimensionAreRefusedWithTheSettingsName() {
        dimension = 9;
        assertThatThrownBy(() -> embedder.embed("text"))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("9 numbers, not 8");
    }

    @Test
    void theGuardLeavesAServiceAloneThatKeepsFailing() {
        status = 500;
        GuardedEmbedder guarded = new GuardedEmbedder(embedder, new Guards());
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> guarded.embed("text")).isInstanceOf(EmbedderUnavailableException.class);
        }
        status = 200;
        assertThatThrownBy(() -> guarded.embed("text"))
                .isInstanceOf(EmbedderUnavailableException.class)
                .hasMessageContaining("left alone");
    }
}
