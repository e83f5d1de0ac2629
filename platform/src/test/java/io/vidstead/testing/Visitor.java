package io.vidstead.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Somebody who visits the site: anonymous, or a fresh user of some role. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI site;
    private final String username;
    private final String userId;
    private final String token;

    private Visitor(URI site, String username, String userId, String token) {
        this.site = site;
        this.username = username;
        this.userId = userId;
        this.token = token;
    }

    public static Visitor anonymous(URI site) {
        return new Visitor(site, "", "", "");
    }

    public static Visitor user(URI site) {
        String name = "v" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return signedIn(site, "register", """
                {"username": "%s", "email": "%s@example.org", "password": "correct horse battery"}
                """.formatted(name, name));
    }

    public static Visitor of(URI site, Role role, Jdbi jdbi) {
        Visitor user = user(site);
        jdbi.useHandle(handle ->
                handle.execute("update users set role = ? where username = ?", role.toString(), user.username));
        return signedIn(site, "login", """
                {"login": "%s", "password": "correct horse battery"}
                """.formatted(user.username));
    }

    private static Visitor signedIn(URI site, String how, String body) {
        Answer answer = anonymous(site).post("/api/v1/auth/" + how, body);
        if (answer.status() != 200 && answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        JsonNode user = answer.json().path("user");
        return new Visitor(
                site,
                user.path("username").asText(),
                user.path("user_id").asText(),
                answer.json().path("access_token").asText());
    }

    /** The same person, with the same sign-in, at another address of the site. */
    public Visitor at(URI address) {
        return new Visitor(address, username, userId, token);
    }

    public UserId id() {
        return UserId.fromString(userId);
    }

    public String username() {
        return username;
    }

    /** The access token; empty when anonymous. */
    public String token() {
        return token;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json, String... headers) {
        return json("POST", path, json, headers);
    }

    public Answer patch(String path, String json, String... headers) {
        return json("PATCH", path, json, headers);
    }

    private Answer json(String method, String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return send(method, path, BodyPublishers.ofString(json), all);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.resolve(path)).method(method, body).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
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
