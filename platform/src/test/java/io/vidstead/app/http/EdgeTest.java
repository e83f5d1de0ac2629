package io.vidstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class EdgeTest {

    @TestHTTPResource("/")
    URI site;

    private Visitor anonymous;

    @BeforeEach
    void come() {
        anonymous = Visitor.anonymous(site);
    }

    @Test
    void unknownAddressesAreProblems() {
        for (String path :
                new String[] {"/api/v1/nothing", "/api/", "/media/nothing", "/.well-known/nothing", "/nothing.js"}) {
            Answer answer = anonymous.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(trace(answer)).matches("[0-9a-f]{32}");
        }
    }

    private static String trace(Answer answer) {
        return answer.json().path("trace_id").textValue();
    }

    @Test
    void wrongMethodsAndTypesAreProblems() {
        Answer method = anonymous.delete("/api/v1/auth/login");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.code()).isEqualTo("method_not_allowed");
        Answer type = anonymous.send(
                "POST", "/api/v1/auth/login", BodyPublishers.ofString("hello"), "Content-Type", "text/plain");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.code()).isEqualTo("unsupported_media_type");
    }

    @Test
    void theTraceOfTheCallerIsKept() {
        assertThat(trace(anonymous.get(
                        "/api/v1/nothing", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace(anonymous.get("/api/v1/nothing", "traceparent", "00-<script>")))
                .matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"login\":",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"login\":\"a\",\"login\":\"b\",\"password\":\"c\"}",
                "{\"login\":\"a\",\"password\":\"c\",\"x\":1}",
                "{\"login\":\"a\",\"password\":\"c\"} trailing",
                "{\"login\":1e400,\"password\":\"c\"}",
                "{\"login\":true,\"password\":\"c\"}",
                "{\"login\":{\"a\":1},\"password\":\"c\"}",
                "{\"login\":[\"a\"],\"password\":\"c\"}",
                "{\"login\":\"\\ud800\",\"password\":\"c\"}",
                "{\"login\":\"\\u0000\",\"password\":\"c\"}",
                "{\"login\":\"a\",\"password\":NaN}"
            })
    void badJsonIsTheCallersFault(String body) {
        Answer answer = anonymous.post("/api/v1/auth/login", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").numberValue()).isEqualTo(400);
    }

    @Test
    void deepJsonIsRefusedAtOnce() {
        Visitor person = Visitor.user(site);
        for (String deep : new String[] {
            "{\"login\":" + "[".repeat(100_000), "{\"preferences\":{\"a\":" + "{\"a\":".repeat(100_000)
        }) {
            assertThat(head("PATCH /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + person.token() + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + deep.length() + "\r\n\r\n" + deep))
                    .startsWith("http/1.1 400");
        }
    }

    @Test
    void numbersWithoutEndAreRefused() {
        assertThat(Visitor.user(site)
                        .patch("/api/v1/me", "{\"preferences\":{\"a\":[{\"b\":1e400}]}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void changesFromOtherSitesAreRefused() {
        for (String origin :
                new String[] {"http://evil.example", "null", "https://localhost.evil.example", "http://localhost:1"}) {
            Answer answer = login("Origin", origin);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("cross_site");
        }
        for (String fetched : new String[] {"cross-site", "same-site"}) {
            assertThat(login("Sec-Fetch-Site", fetched).status()).isEqualTo(403);
        }
        String own = "http://" + site.getAuthority();
        assertThat(login("Origin", own, "Sec-Fetch-Site", "same-origin").status())
                .isEqualTo(401);
    }

    private Answer login(String... headers) {
        return anonymous.post("/api/v1/auth/login", Map.of("login", "x", "password", "y"), headers);
    }

    @Test
    void forwardingHeadersOfStrangersHaveNoEffect() {
        for (int i = 0; i < 8; i++) {
            Map<String, String> body = Map.of(
                    "username",
                    "f" + System.nanoTime(),
                    "email",
                    "f" + System.nanoTime() + "@example.org",
                    "password",
                    Visitor.PASSWORD);
            // A new address each time would get around the limit, if it were believed.
            Answer answer = anonymous.post(
                    "/api/v1/auth/register",
                    body,
                    "X-Forwarded-For",
                    "203.0.113." + i,
                    "Forwarded",
                    "for=203.0.113." + i,
                    "X-Forwarded-Host",
                    "evil.example",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Vidstead-Client",
                    "web");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.response().headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Secure", "evil"));
        }
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        Answer api = anonymous.get("/api/v1/setup");
        assertThat(api.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
        Answer page = anonymous.get("/");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void operationsAnswer() {
        assertThat(anonymous.get("/health/live").status()).isEqualTo(200);
        Answer ready = anonymous.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("status").asText()).isEqualTo("UP");
        Answer metrics = anonymous.get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text()).contains("jvm_memory_used_bytes");
        assertThat(anonymous.get("/openapi").status()).isEqualTo(200);
        Answer docs = anonymous.get("/docs/");
        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void largeJsonIsCompressedForWhoTakesIt() {
        Visitor person = Visitor.user(site);
        assertThat(person.patch("/api/v1/me", Map.of("channel_description", "words ".repeat(800)))
                        .status())
                .isEqualTo(200);
        assertThat(encoding("/api/v1/channels/" + person.username(), "gzip, br"))
                .contains("content-encoding: gzip");
        assertThat(encoding("/api/v1/channels/" + person.username(), "identity"))
                .doesNotContain("content-encoding");
        assertThat(encoding("/api/v1/setup", "gzip")).as("small").doesNotContain("content-encoding");
    }

    private String encoding(String path, String accepted) {
        return head("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + accepted
                + "\r\nConnection: close\r\n\r\n");
    }

    /** The head of the answer as sent. */
    private String head(String request) {
        try (Socket socket = new Socket("localhost", site.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && head.indexOf("\r\n\r\n") < 0; c = in.read()) {
                head.append((char) c);
            }
            return head.toString().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void largeJsonIsRefusedUnread() {
        String json = "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        assertThat(head(json + "Content-Length: 99999999999\r\n\r\n{")).startsWith("http/1.1 413");
        assertThat(head(json + "Content-Length: 1048577\r\n\r\n{")).startsWith("http/1.1 413");
        assertThat(head(json + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")).startsWith("http/1.1 411");
    }

    @Test
    void aBodyWithoutATypeIsNoJson() {
        String body = "{\"login\":\"a\",\"password\":\"b\"}";
        assertThat(head("POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("http/1.1 415");
    }

    @Test
    void headersThatAreTooLongAreRefused() {
        assertThat(head("GET /api/v1/setup HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n"))
                .startsWith("http/1.1 4");
        assertThat(head("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("http/1.0 414");
    }
}
