package io.vidstead.app.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vidstead.testing.People;
import io.vidstead.testing.People.Person;
import io.vidstead.testing.PlatformTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class EdgeTest {

    private static ValidatableResponse login(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/login")
                .then();
    }

    @Test
    void unknownAddressesAreProblems() {
        for (String path :
                new String[] {"/api/v1/nothing", "/api/", "/media/nothing", "/.well-known/nothing", "/nothing.js"}) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("trace_id", matchesPattern("[0-9a-f]{32}"));
        }
    }

    @Test
    void wrongMethodsAndTypesAreProblems() {
        given().delete("/api/v1/auth/login").then().statusCode(405).body("code", equalTo("method_not_allowed"));
        given().contentType("text/plain")
                .body("hello")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
    }

    @Test
    void theTraceOfTheCallerIsKept() {
        given().header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/nothing")
                .then()
                .body("trace_id", equalTo("0af7651916cd43dd8448eb211c80319c"));
        given().header("traceparent", "00-<script>")
                .get("/api/v1/nothing")
                .then()
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
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
        login(body).statusCode(400).contentType("application/problem+json").body("status", equalTo(400));
    }

    @Test
    void deepJsonIsRefusedAtOnce() {
        Person person = People.register();
        for (String deep : new String[] {
            "{\"login\":" + "[".repeat(100_000), "{\"preferences\":{\"a\":" + "{\"a\":".repeat(100_000)
        }) {
            assertThat(head("PATCH /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + person.accessToken() + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + deep.length() + "\r\n\r\n" + deep))
                    .startsWith("http/1.1 400");
        }
    }

    @Test
    void numbersWithoutEndAreRefused() {
        People.register()
                .request()
                .body("{\"preferences\":{\"a\":[{\"b\":1e400}]}}")
                .patch("/api/v1/me")
                .then()
                .statusCode(400);
    }

    @Test
    void changesFromOtherSitesAreRefused() {
        String own = RestAssured.baseURI + ":" + RestAssured.port;
        Map<String, String> body = Map.of("login", "x", "password", "y");
        for (String origin :
                new String[] {"http://evil.example", "null", "https://localhost.evil.example", "http://localhost:1"}) {
            given().contentType(ContentType.JSON)
                    .header("Origin", origin)
                    .body(body)
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("cross_site"));
        }
        for (String site : new String[] {"cross-site", "same-site"}) {
            given().contentType(ContentType.JSON)
                    .header("Sec-Fetch-Site", site)
                    .body(body)
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .header("Origin", own)
                .header("Sec-Fetch-Site", "same-origin")
                .body(body)
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401);
    }

    @Test
    void forwardingHeadersOfStrangersHaveNoEffect() {
        for (int i = 0; i < 8; i++) {
            // A new address each time would get around the limit, if it were believed.
            given().contentType(ContentType.JSON)
                    .header("X-Forwarded-For", "203.0.113." + i)
                    .header("Forwarded", "for=203.0.113." + i)
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Vidstead-Client", "web")
                    .body(Map.of(
                            "username",
                            "f" + System.nanoTime(),
                            "email",
                            "f" + System.nanoTime() + "@example.org",
                            "password",
                            People.PASSWORD))
                    .post("/api/v1/auth/register")
                    .then()
                    .statusCode(201)
                    .header("Set-Cookie", not(containsString("Secure")))
                    .header("Set-Cookie", not(containsString("evil")));
        }
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        given().get("/api/v1/setup")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", "strict-origin-when-cross-origin");
    }

    @Test
    void operationsAnswer() {
        given().get("/health/live").then().statusCode(200);
        given().get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        given().get("/openapi").then().statusCode(200);
        given().get("/docs/").then().statusCode(200).contentType(ContentType.HTML);
    }

    @Test
    void largeJsonIsCompressedForWhoTakesIt() {
        Person person = People.register();
        person.request()
                .body(Map.of("channel_description", "words ".repeat(800)))
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
        assertThat(encoding("/api/v1/channels/" + person.username(), "gzip, br"))
                .contains("content-encoding: gzip");
        assertThat(encoding("/api/v1/channels/" + person.username(), "identity"))
                .doesNotContain("content-encoding");
        assertThat(encoding("/api/v1/setup", "gzip")).as("small").doesNotContain("content-encoding");
    }

    private static String encoding(String path, String accepted) {
        return head("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + accepted
                + "\r\nConnection: close\r\n\r\n");
    }

    /** The head of the answer as sent. */
    private static String head(String request) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
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
