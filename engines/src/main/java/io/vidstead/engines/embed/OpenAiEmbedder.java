package io.vidstead.engines.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service with OpenAI's interface for embeddings: {@code POST {base}/embeddings}. A batch is one request of at most {@value
 * #BATCH} texts; many batches follow one another.
 */
public final class OpenAiEmbedder implements Embedder, AutoCloseable {

    private static final int BATCH = 64;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int MAX_ANSWER = 64 << 20;

    /**
     * Where the service is and what is asked of it.
     *
     * @param base with the version, such as {@code https://api.openai.com/v1}
     * @param key sent as a bearer token
     * @param model the service's name for it
     * @param dimension of its vectors; another one in an answer is a failure
     */
    public record Service(URI base, Optional<String> key, String model, int dimension) {

        @Override
        public String toString() {
            return "Service[base=" + base + ", model=" + model + ", dimension=" + dimension + "]";
        }
    }

    private final Service service;
    private final URI address;
    private final Model model;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    public OpenAiEmbedder(Service service) {
        this.service = service;
        String base = service.base().toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "embeddings");
        this.model = new Model(service.model(), service.dimension());
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(ask(texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        return vectors;
    }

    private List<float[]> ask(List<String> texts) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body(texts)));
            service.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
            HttpResponse<byte[]> answer = http.send(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER));
            if (answer.statusCode() != OK) {
                throw new EmbedderUnavailableException(
                        "the service at " + address + " answered " + answer.statusCode());
            }
            return vectors(json.readTree(answer.body()), texts.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbedderUnavailableException("interrupted", e);
        } catch (JsonProcessingException e) {
            throw new EmbedderUnavailableException("the service at " + address + " did not answer in JSON", e);
        } catch (IOException e) {
            throw new EmbedderUnavailableException("the service at " + address + " cannot be talked to", e);
        }
    }

    private String body(List<String> texts) throws JsonProcessingException {
        // An empty text is refused by such services.
        List<String> input = texts.stream()
                .map(text -> text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text)
                .map(text -> text.isBlank() ? "-" : text)
                .toList();
        return json.writeValueAsString(Map.of("model", service.model(), "input", input));
    }

    private List<float[]> vectors(JsonNode answer, int expected) {
        JsonNode data = answer.path("data");
        float[][] vectors = new float[expected][];
        for (int i = 0; i < data.size(); i++) {
            int index = data.get(i).path("index").asInt(i);
            if (index >= 0 && index < expected) {
                vectors[index] = vector(data.get(i).path("embedding"));
            }
        }
        for (float[] vector : vectors) {
            if (vector == null) {
                throw new EmbedderUnavailableException(
                        "the service at " + address + " answered with fewer vectors than texts");
            }
        }
        return List.of(vectors);
    }

    private float[] vector(JsonNode numbers) {
        if (numbers.size() != model.dimension()) {
            throw new EmbedderUnavailableException("the vectors of " + model.id() + " have " + numbers.size()
                    + " numbers, not " + model.dimension() + " as its setting says");
        }
        float[] vector = new float[model.dimension()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
        }
        return UnitVectors.normalized(vector);
    }

    @Override
    public void close() {
        http.close();
    }
}
