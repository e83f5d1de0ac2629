package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The built server as a process. */
@ProcessTest
@ResourceLock("the server that its tests share")
class VidsteadIT {

    private static final Pattern SETUP = Pattern.compile("/setup\\?token=([A-Za-z0-9_-]+)");

    /** For tests that leave a server as they found it. */
    private static ServerProcess shared;

    @BeforeAll
    static void start() throws IOException {
        Path web = ServerProcess.emptyFolder("web");
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>Vidstead</title>");
        shared = ServerProcess.start(
                ServerProcess.freshData("shared"),
                "--web.dir",
                web.toString(),
                "--log.format",
                "json",
                "--log.level",
                "info",
                "--http.trusted-proxies",
                "127.0.0.1");
    }

    @AfterAll
    static void stop() {
        if (shared != null) {
            shared.close();
        }
    }

    private static HttpResponse<String> post(ServerProcess server, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Who tries a thousand addresses would else fill what the metrics tell apart, and the rest would be counted no more. */
    @Test
    void addressesThatNobodyHasMadeAreCountedAsOne() {
        assertThat(shared.status("/wp-admin/setup")).isEqualTo(200);
        assertThat(shared.status("/api/v1/videos")).isEqualTo(200);
        Visitor anybody = Visitor.anonymous(URI.create(shared.url()));
        Await.await(
                "both to be counted",
                Duration.ofSeconds(10),
                () -> Stream.of("uri=\"/{page}\"", "uri=\"/api/v1/videos\"")
                        .allMatch(anybody.get("/metrics").text()::contains));
        assertThat(anybody.get("/metrics").text()).doesNotContain("wp-admin");
    }

    private static String person(String name, String token) {
        return "{%s\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"correct horse battery\"}"
                .formatted(token.isEmpty() ? "" : "\"token\":\"" + token + "\",", name, name);
    }

    private static String setupToken(ServerProcess server) {
        Await.await(
                "the link",
                Duration.ofSeconds(20),
                () -> SETUP.matcher(server.output()).find());
        Matcher link = SETUP.matcher(server.output());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void theLinkOnAnEmptySiteMakesTheAdministratorOnce() throws Exception {
        Path data = ServerProcess.freshData("setup");
        String old;
        try (ServerProcess first = ServerProcess.start(data)) {
            old = setupToken(first);
            assertThat(first.terminate()).isZero();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            String token = setupToken(server);
            assertThat(token).isNotEqualTo(old);
            assertThat(post(server, "/api/v1/setup", person("anna", old)).statusCode())
                    .isEqualTo(403);
            HttpResponse<String> created = post(server, "/api/v1/setup", person("anna", token));
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).contains("\"role\":\"administrator\"");
            assertThat(post(server, "/api/v1/setup", person("bert", token)).statusCode())
                    .isEqualTo(403);
            server.terminate();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            assertThat(server.terminate()).isZero();
            assertThat(server.output()).doesNotContain("/setup?token=");
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedWithASentence() {
        try (ServerProcess second = ServerProcess.launch(shared.data(), List.of(), Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("is in use by another running server");
            assertThat(shared.status("/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void wrongSettingsAreToldTogetherAndNothingStarts() {
        Path data = ServerProcess.emptyFolder("settings");
        try (ServerProcess server = ServerProcess.launch(
                data, List.of("--port", "none", "--speed", "11"), Map.of("VIDSTEAD_COLOUR", "red"))) {
            assertThat(server.awaitExit()).isEqualTo(2);
            assertThat(server.output()).contains("http.port = none", "--speed", "VIDSTEAD_COLOUR");
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aKilledDatabaseComesBackWithoutARestart() throws Exception {
        String login = "{\"login\":\"bert\",\"password\":\"correct horse battery\"}";
        post(shared, "/api/v1/auth/register", person("bert", ""));
        long postmaster = shared.process()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .mapToLong(ProcessHandle::pid)
                .min()
                .orElseThrow();
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        Await.await(
                "the database to be back",
                Duration.ofSeconds(20),
                () -> post(shared, "/api/v1/auth/login", login).statusCode() == 200);
        assertThat(shared.status("/health/ready")).isEqualTo(200);
    }

    @Test
    void aServerWithoutTheApiAnswersOperationsOnly() {
        try (ServerProcess server =
                ServerProcess.start(ServerProcess.freshData("roles"), "--roles", "consumers,realtime")) {
            assertThat(server.status("/health/ready")).isEqualTo(200);
            assertThat(server.status("/api/v1/setup")).isEqualTo(404);
        }
    }

    @Test
    void logsAreJsonBySetting() {
        Await.await(
                "a line of JSON",
                Duration.ofSeconds(20),
                () -> shared.output().lines().anyMatch(line -> line.startsWith("{\"timestamp\"")));
    }

    @Test
    void aPortInUseIsToldInASentence() {
        String port = Integer.toString(URI.create(shared.url()).getPort());
        try (ServerProcess second =
                ServerProcess.launch(ServerProcess.freshData("port"), List.of("--port", port), Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output()).contains("in use by another program").doesNotContain("\tat ");
        }
    }

    @Test
    void forwardingHeadersAreBelievedFromTrustedProxiesOnly() throws Exception {
        assertThat(registerBehindProxy(shared)).contains("Secure");
        try (ServerProcess closed =
                ServerProcess.start(ServerProcess.freshData("proxy"), "--http.trusted-proxies", "192.0.2.1")) {
            assertThat(registerBehindProxy(closed)).contains("vs_refresh").doesNotContain("Secure");
        }
    }

    /** Most proxies append the address they see to what the client has made up. */
    @Test
    void nobodyBehindAProxyChoosesAnAddressThatIsNotCounted() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(shared.url() + "/api/v1/videos"));
            HttpResponse<Void> madeUp = client.send(
                    asked.copy()
                            .header("X-Forwarded-For", "127.0.0.1, 203.0.113.9")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(madeUp.headers().firstValue("RateLimit")).isPresent();
            HttpResponse<Void> machine = client.send(
                    asked.copy().header("X-Forwarded-For", "127.0.0.1").build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(machine.headers().firstValue("RateLimit")).isEmpty();
        }
    }

    private static String registerBehindProxy(ServerProcess server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/auth/register"))
                            .header("Content-Type", "application/json")
                            .header("X-Vidstead-Client", "web")
                            .header("X-Forwarded-For", "203.0.113.9")
                            .header("X-Forwarded-Proto", "https")
                            .POST(HttpRequest.BodyPublishers.ofString(person("anna", "")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            return String.join(";", answer.headers().allValues("Set-Cookie"));
        }
    }

    @Test
    void theWebAppIsServedForItsPagesOnly() throws Exception {
        for (String page : new String[] {"/", "/watch/AAAAAAAAAAA", "/setup?token=x", "/@a.b", "/studio"}) {
            assertThat(shared.status(page)).as(page).isEqualTo(200);
        }
        assertThat(body(shared, "/metrics"))
                .contains("uri=\"/watch/{video}\"", "uri=\"/@{username}\"")
                .doesNotContain("AAAAAAAAAAA");
        for (String none : new String[] {"/api/v1/x", "/media/x", "/missing.js", "/health/x", "/.well-known/x"}) {
            assertThat(shared.status(none)).as(none).isEqualTo(404);
        }
    }

    private static String body(ServerProcess server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
