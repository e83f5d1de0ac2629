package io.vidstead.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Somebody who visits the site: anonymous, or a fresh user of some role. */
public final class Visitor {

    public static final String PASSWORD = "correct horse battery";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI site;
    private final JsonNode tokens;

    /** @param tokens what signing in answered; missing when anonymous */
    private Visitor(URI site, JsonNode tokens) {
        this.site = site;
        this.tokens = tokens;
    }

    public static Visitor anonymous(URI site) {
        return new Visitor(site, MissingNode.getInstance());
    }

    public static Visitor user(URI site) {
        String name = "v" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return signedIn(
                site, "register", Map.of("username", name, "email", name + "@example.org", "password", PASSWORD));
    }

    public static Visitor of(URI site, Role role, Jdbi jdbi) {
        Visitor user = user(site);
        jdbi.useHandle(handle ->
                handle.execute("update users set role = ? where username = ?", role.toString(), user.username()));
        return signedIn(site, "login", Map.of("login", user.username(), "password", PASSWORD));
    }

    private static Visitor signedIn(URI site, String how, Map<String, String> body) {
        Answer answer = anonymous(site).post("/api/v1/auth/" + how, body);
        if (answer.status() != 200 && answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return new Visitor(site, answer.json());
    }

    /** The same person, with the same sign-in, at another address of the site. */
    public Visitor at(URI address) {
        return new Visitor(address, tokens);
    }

    public UserId id() {
        return UserId.fromString(tokens.path("user").path("user_id").asText());
    }

    public String username() {
        return tokens.path("user").path("username").asText();
    }

    public String email() {
        return tokens.path("user").path("email").asText();
    }

    /** The access token; empty when anonymous. */
    public String token() {
        return tokens.path("access_token").asText();
    }

    /** The refresh token; empty when anonymous. */
    public String refreshToken() {
        return tokens.path("refresh_token").asText();
    }

    public Answer get(String path, String... headers) {
        return send(request(path).GET(), headers);
    }

    public Answer head(String path, String... headers) {
        return send(request(path).HEAD(), headers);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json, String... headers) {
        return json("POST", path, json, headers);
    }

    public Answer post(String path, Map<String, ?> body, String... headers) {
        return post(path, JSON.valueToTree(body).toString(), headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return json("PATCH", path, json, headers);
    }

    public Answer patch(String path, Map<String, ?> body, String... headers) {
        return patch(path, JSON.valueToTree(body).toString(), headers);
    }

    private Answer json(String method, String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return send(method, path, BodyPublishers.ofString(json), all);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        return send(request(path).method(method, body), headers);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path)).timeout(Duration.ofSeconds(60));
        if (!token().isEmpty()) {
            request.header("Authorization", "Bearer " + token());
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        /** Empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }

        @Override
        public String toString() {
            return response + " " + text();
        }
    }
}
