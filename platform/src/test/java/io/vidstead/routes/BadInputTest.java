package io.vidstead.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.engines.mail.Mailer;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Role;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong in itself is the caller's fault at every route: no route is asked about by name. */
@PlatformTest
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEP = 100_000;

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Jdbi jdbi;

    @Inject
    Ids ids;

    @Inject
    Mailer mailer;

    private static Visitor owner;
    private static Visitor administrator;
    private static Visitor guest;

    private Belongings things;

    @BeforeEach
    void come() {
        if (owner == null) {
            owner = Visitor.user(site);
            administrator = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
            guest = Visitor.user(site);
        }
        things = belongings(owner);
    }

    private Belongings belongings(Visitor theirs) {
        return new Belongings(theirs, guest, administrator, "public", new Belongings.Tools(films, jdbi, ids, mailer));
    }

    /** Who may ask the route. */
    private static Visitor caller(Route route) {
        return route.path().startsWith("/api/v1/admin/") ? administrator : owner;
    }

    private Answer send(Route route, String json) {
        return caller(route)
                .send(
                        route.method(),
                        things.fill(route.path()) + Bodies.query(route, things),
                        BodyPublishers.ofString(json),
                        "Content-Type",
                        "application/json");
    }

    @Test
    void noRouteTakesJsonThatIsWrong() throws IOException {
        int asked = 0;
        SoftAssertions faults = new SoftAssertions();
        for (Route route : Route.all()) {
            if (!operation(route).at("/requestBody/content").has("application/json")) {
                continue;
            }
            asked++;
            String good = new String(Bodies.of(route, caller(route), things).bytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> bad : spoiled(good).entrySet()) {
                Answer answer = send(route, bad.getValue());
                faults.assertThat(answer.status())
                        .as("%s with %s: %s", route, bad.getKey(), answer)
                        .isEqualTo(400);
            }
        }
        faults.assertAll();
        assertThat(asked).isGreaterThan(30);
    }

    private static Map<String, String> spoiled(String good) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(good);
        String inner = good.strip().substring(1, good.strip().length() - 1);
        String separator = inner.isBlank() ? "" : ", ";
        String name = body.isEmpty() ? "x" : body.fieldNames().next();
        return Map.of(
                "an unknown field", "{" + inner + separator + "\"no_such_field\": 1}",
                "a field of the server", "{" + inner + separator + "\"user_id\": \"0\", \"role\": \"administrator\"}",
                "a field twice", "{\"" + name + "\": null, \"" + name + "\": null}",
                "a number without end", "{\"" + name + "\": 1e400}",
                "half a surrogate", "{\"" + name + "\": \"\\ud800\"}",
                "deep nesting", "{\"" + name + "\": " + "[".repeat(DEEP) + "]".repeat(DEEP) + "}",
                "a second value", good + " {}",
                "no object", "[]",
                "half of it", good.substring(0, good.length() - 1));
    }

    @Test
    void noListTakesLimitsPagesAndCursorsThatAreWrong() throws IOException {
        String foreign = foreignCursor();
        int asked = 0;
        SoftAssertions faults = new SoftAssertions();
        for (Route route : Route.all()) {
            List<String> parameters = parameters(route);
            if (!route.reads() || !parameters.contains("limit")) {
                continue;
            }
            asked++;
            for (String limit : List.of("-1", "0", "101", "1000000000", "99999999999999", "1.5", "x", "%00")) {
                assertBad(faults, route, "limit=" + limit);
            }
            if (parameters.contains("page")) {
                for (String page : List.of("-1", "0", "1000000000", "x")) {
                    assertBad(faults, route, "page=" + page);
                }
            }
            if (parameters.contains("cursor")) {
                for (String cursor : List.of("x", "AAAAAAAAAAAAAAAAAAAA", "%00", "z".repeat(2_000), foreign)) {
                    assertBad(faults, route, "cursor=" + cursor);
                }
            }
        }
        faults.assertAll();
        assertThat(asked).isGreaterThan(12);
    }

    /** A cursor of a list that no other is. */
    private String foreignCursor() {
        films.playing(owner.id(), Films.titled("One", "public"));
        films.playing(owner.id(), Films.titled("Two", "public"));
        String cursor = owner.get("/api/v1/me/videos?limit=1&sort=oldest")
                .json()
                .at("/pagination/next_cursor")
                .asText();
        assertThat(cursor).isNotEmpty();
        return cursor;
    }

    private void assertBad(SoftAssertions faults, Route route, String parameter) {
        String query = Bodies.query(route, things);
        Answer answer =
                caller(route).get(things.fill(route.path()) + (query.isEmpty() ? "?" : query + "&") + parameter);
        faults.assertThat(answer.status())
                .as("%s?%s: %s", route, parameter.substring(0, Math.min(40, parameter.length())), answer)
                .isEqualTo(400);
    }

    @Test
    void noChangeIsTakenFromAnotherSite() throws IOException {
        int asked = 0;
        SoftAssertions faults = new SoftAssertions();
        for (Route route : Route.all()) {
            if (route.reads()) {
                continue;
            }
            asked++;
            Bodies.Body body = Bodies.of(route, caller(route), things);
            List<String> headers = new ArrayList<>(body.headers());
            headers.addAll(List.of("Origin", "https://evil.example"));
            Answer answer = caller(route)
                    .send(
                            route.method(),
                            things.fill(route.path()),
                            BodyPublishers.ofByteArray(body.bytes()),
                            headers.toArray(String[]::new));
            faults.assertThat(answer.status()).as("%s: %s", route, answer).isEqualTo(403);
        }
        faults.assertAll();
        assertThat(asked).isGreaterThan(50);
    }

    /** Nothing is made of a name that the client chose: no link, no redirect, no cookie. */
    @Test
    void theHostThatAClientNamesIsInNoAnswer() throws IOException {
        SoftAssertions faults = new SoftAssertions();
        for (Route route : Route.all()) {
            if (route.method().equals("OPTIONS") || route.path().equals("/metrics")) {
                continue; // the one says nothing, the other much and nothing of this request
            }
            Visitor somebody = route.endsSignIns() ? Visitor.user(site) : owner;
            Belongings theirs = route.usesUp() ? belongings(owner) : things;
            Bodies.Body body = route.reads() ? Bodies.Body.none() : Bodies.of(route, somebody, theirs);
            StringBuilder request = new StringBuilder(route.method() + " " + theirs.fill(route.path())
                    + Bodies.query(route, theirs) + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example"
                    + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.7\r\nForwarded: host=evil.example"
                    + "\r\nConnection: close\r\n");
            request.append("Authorization: Bearer ").append(somebody.token()).append("\r\n");
            for (int i = 0; i < body.headers().size(); i += 2) {
                request.append(body.headers().get(i))
                        .append(": ")
                        .append(body.headers().get(i + 1))
                        .append("\r\n");
            }
            request.append("Content-Length: ").append(body.bytes().length).append("\r\n\r\n");
            faults.assertThat(answered(request.toString(), body.bytes()).contains("evil.example"))
                    .as("%s", route)
                    .isFalse();
        }
        faults.assertAll();
    }

    private String answered(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void whatIsSearchedForIsBoundedAndNoPattern() throws IOException {
        films.playing(owner.id(), Films.titled("Plain", "public"));
        int asked = 0;
        for (Route route : Route.all()) {
            if (!route.reads() || !parameters(route).contains("q")) {
                continue;
            }
            asked++;
            for (String q : List.of("%25", "_", "%25_".repeat(1_000), "(".repeat(3_000), "a".repeat(7_000), "%5C")) {
                long started = System.nanoTime();
                Answer answer = caller(route).get(things.fill(route.path()) + "?q=" + q);
                assertThat(answer.status()).as("%s: %s", route, answer).isIn(200, 400);
                assertThat(answer.text()).as("%s", q).doesNotContain("\"Plain\"");
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            }
            assertThat(caller(route)
                            .get(things.fill(route.path()) + "?q=" + "a".repeat(10_000))
                            .status())
                    .isEqualTo(414);
        }
        assertThat(asked).isPositive();
    }

    /** Half a request each, a thousand of them; who sends whole ones is answered meanwhile. */
    @Test
    void aThousandSlowClientsKeepNobodyWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = new Socket(site.getHost(), site.getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write((i % 2 == 0
                                        ? "GET /api/v1/videos HTTP/1.1\r\nHost: x\r\nX-Slow: "
                                        : "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json"
                                                + "\r\nContent-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < 20; i++) {
                long started = System.nanoTime();
                assertThat(owner.get("/api/v1/me").status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static JsonNode operation(Route route) throws IOException {
        return Document.PATHS.path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    private static List<String> parameters(Route route) throws IOException {
        List<String> names = new ArrayList<>();
        operation(route).path("parameters").forEach(parameter -> {
            JsonNode one = parameter.has("$ref")
                    ? Document.ALL.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            names.add(one.path("name").asText());
        });
        return names;
    }

    private static final class Document {

        static final JsonNode ALL = read();
        static final JsonNode PATHS = ALL.path("paths");

        private static JsonNode read() {
            try {
                return JSON.readTree(new File("../docs/openapi.json"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
