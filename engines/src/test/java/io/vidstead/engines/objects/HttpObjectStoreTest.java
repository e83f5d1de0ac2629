package io.vidstead.engines.objects;

import static io.vidstead.engines.objects.Content.randomBytes;
import static io.vidstead.engines.objects.Content.read;
import static io.vidstead.engines.objects.Content.sha256;
import static io.vidstead.engines.objects.Content.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vidstead.engines.objects.SignedAddress.Action;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client and the endpoint, with the JDK's own HTTP server between them. */
class HttpObjectStoreTest implements StoredObjectContract {

    private static final SignedAddress.Signer SIGNER = signer("a secret");

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private FileObjectStore far;
    private HttpServer server;
    private HttpObjectStore store;

    @BeforeEach
    void open() throws IOException {
        far = FileObjectStore.open(folder.resolve("far"), Clock.systemUTC());
        ObjectEndpoint endpoint = new ObjectEndpoint(far, far, SIGNER, Clock.systemUTC());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, endpoint));
        server.start();
        store = store(SIGNER);
    }

    @AfterEach
    void close() {
        store.close();
        server.stop(0);
        threads.close();
        far.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpObjectStore store(SignedAddress.Signer signer) {
        return new HttpObjectStore(address(), signer, folder.resolve("near"), Clock.systemUTC());
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore restarted() {
        store.close();
        store = store(SIGNER);
        return store;
    }

    private static SignedAddress.Signer signer(String secret) {
        return message -> {
            try {
                return MessageDigest.getInstance("SHA-256").digest((secret + message).getBytes(StandardCharsets.UTF_8));
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static void answer(HttpExchange exchange, ObjectEndpoint endpoint) throws IOException {
        try (exchange) {
            ObjectEndpoint.Answer answer = endpoint.answer(new ObjectEndpoint.Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Vidstead-Sha256")),
                    exchange.getRequestBody()));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean none = exchange.getRequestMethod().equals("HEAD") || answer.length() == 0;
            exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.length());
            try (InputStream body = answer.body()) {
                if (!none) {
                    body.transferTo(exchange.getResponseBody());
                }
            }
        }
    }

    @Test
    void abilitiesThatItLacksAreNotThere() {
        assertThat(store()).isNotInstanceOf(LocalObjects.class).isNotInstanceOf(StagingObjects.class);
    }

    @Test
    void whoLacksTheSecretReadsAndWritesNothing() throws IOException {
        store.put(KEY, text("x"));
        try (HttpObjectStore stranger = store(signer("another"))) {
            assertThatThrownBy(() -> stranger.stat(KEY)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.open(KEY)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.list("")).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.delete(KEY)).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.put(KEY, text("y"))).isInstanceOf(StorageException.class);
        }
        assertThat(read(far, KEY)).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAddressIsGoodForOneThingForAWhileOnly() throws Exception {
        store.put(KEY, text("x"));
        Instant now = Instant.now();
        String get = SignedAddress.sign(Action.GET, KEY.value(), now.plusSeconds(60), SIGNER)
                .path();
        assertThat(status("GET", get)).isEqualTo(200);
        assertThat(status("DELETE", get)).isEqualTo(403);
        assertThat(status("DELETE", get.replace("/get/", "/delete/"))).isEqualTo(403);
        assertThat(status("GET", get.replace("video.mp4", "video.mp5"))).isEqualTo(403);
        assertThat(status(
                        "GET",
                        SignedAddress.sign(Action.GET, KEY.value(), now.minusSeconds(1), SIGNER)
                                .path()))
                .isEqualTo(403);
        assertThat(status(
                        "GET",
                        SignedAddress.sign(Action.GET, KEY.value(), now.plus(Duration.ofDays(45)), SIGNER)
                                .path()))
                .isEqualTo(403);
        assertThat(status("GET", SignedAddress.PATH)).isEqualTo(403);
    }

    private int status(String method, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void bytesThatChangeOnTheWayAreNotKept() throws Exception {
        String put = SignedAddress.sign(Action.PUT, KEY.value(), Instant.now().plusSeconds(60), SIGNER)
                .path();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address().resolve(put))
                    .header("Vidstead-Sha256", sha256("right".getBytes(StandardCharsets.UTF_8)))
                    .PUT(HttpRequest.BodyPublishers.ofString("wrong"))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(far.stat(KEY)).isEmpty();
        assertThat(far.stagesIdleSince(Instant.now().plusSeconds(5))).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatWasOnItsWay() throws IOException {
        store.put(KEY, new ByteArrayInputStream(randomBytes(100_000)));
        assertThat(folder.resolve("near")).isEmptyDirectory();
        assertThat(Files.exists(folder.resolve("far"))).isTrue();
    }

    @Test
    void aServerThatIsAwayIsTold() {
        server.stop(0);
        assertThatThrownBy(() -> store.stat(KEY)).isInstanceOf(StoreAwayException.class);
    }
}
