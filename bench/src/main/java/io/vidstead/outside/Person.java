package io.vidstead.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Somebody with an account, who uploads through the public API. */
public final class Person implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient ANYBODY =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TUS = "/api/v1/tus";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI site;
    private final String token;

    private Person(URI site, String username) throws IOException, InterruptedException {
        this.site = site;
        this.token = signIn(username, "a long password of " + username);
    }

    /** Signs in under the name, registering first if the name is free. */
    public static Person named(URI site, String username) throws IOException, InterruptedException {
        return new Person(site, username);
    }

    private String signIn(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> registered = client.send(
                json(
                        "/api/v1/auth/register",
                        Map.of("username", username, "email", username + "@example.org", "password", password)),
                BodyHandlers.ofString());
        if (registered.statusCode() == 201) {
            return JSON.readTree(registered.body()).path("access_token").asText();
        }
        HttpRequest login = json("/api/v1/auth/login", Map.of("login", username, "password", password));
        return JSON.readTree(require(login, 200)).path("access_token").asText();
    }

    private HttpRequest json(String path, Object body) throws IOException {
        return HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    /** What a person says of a video. */
    public record Details(String title, String description, String category, List<String> tags, String privacy) {
        public static Details titled(String title) {
            return new Details(title, "", "education", List.of(), "public");
        }

        private String asMetadata(Path file) {
            return "filename " + base64(file.getFileName().toString()) + ",filetype " + base64("video/mp4") + ",title "
                    + base64(title) + ",description " + base64(description) + ",category " + base64(category)
                    + ",tags " + base64(String.join(",", tags)) + ",privacy " + base64(privacy);
        }
    }

    /**
     * A video that was just sent.
     *
     * @param lastByteNanos when its last byte was handed to the socket
     */
    public record Sent(String videoId, long lastByteNanos) {}

    /** Makes the upload and sends the file in one request, tus's way; returns when the server has answered. */
    public Sent upload(Path file, String title) throws IOException, InterruptedException {
        return upload(file, Details.titled(title));
    }

    /** The same with all details. */
    public Sent upload(Path file, Details details) throws IOException, InterruptedException {
        return upload(file, details, Long.MAX_VALUE);
    }

    /** The same over a line of limited speed. */
    public Sent upload(Path file, String title, long bytesPerSecond) throws IOException, InterruptedException {
        return upload(file, Details.titled(title), bytesPerSecond);
    }

    private Sent upload(Path file, Details details, long bytesPerSecond) throws IOException, InterruptedException {
        HttpResponse<String> created = client.send(
                authorized(TUS)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Long.toString(Files.size(file)))
                        .header("Upload-Metadata", details.asMetadata(file))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (created.statusCode() != 201) {
            throw new IOException("creation: " + created.statusCode() + " " + created.body());
        }
        URI upload = site.resolve(created.headers().firstValue("Location").orElseThrow());
        String videoId = created.headers().firstValue("Vidstead-Video-Id").orElseThrow();
        AtomicLong lastByte = new AtomicLong();
        HttpRequest patch = authorized(upload.getPath())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method(
                        "PATCH",
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(() -> timed(file, bytesPerSecond, lastByte)),
                                Files.size(file)))
                .build();
        require(patch, 204);
        return new Sent(videoId, lastByte.get());
    }

    /**
     * Waits until the first segment of the first rendition listed has come.
     *
     * @return how many were listed then
     */
    public int awaitPlayable(String videoId, Duration limit) throws IOException, InterruptedException {
        URI master = site.resolve("/media/" + videoId + "/master.m3u8");
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = get(master);
            if (answer.statusCode() == 200) {
                var variants = Playlist.entries(answer.body());
                if (!variants.isEmpty() && firstSegmentComes(master.resolve(variants.getFirst()))) {
                    return variants.size();
                }
            }
            Thread.sleep(5);
        }
        throw new IOException(videoId + " did not play within " + limit);
    }

    /** Waits until nothing is left to do for the video. */
    public void awaitDone(String videoId, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            JsonNode status = JSON.readTree(
                    require(authorized("/api/v1/videos/" + videoId + "/status").build(), 200));
            switch (status.path("stage").asText()) {
                case "done" -> {
                    return;
                }
                case "failed" -> throw new IOException(videoId + " failed: " + status);
                default -> Thread.sleep(20);
            }
        }
        throw new IOException(videoId + " was not done within " + limit);
    }

    public JsonNode video(String videoId) throws IOException, InterruptedException {
        return read("/api/v1/videos/" + videoId);
    }

    /** Tells, as somebody without an account, how far a video was played. */
    public static void heartbeat(URI site, String videoId, String session, String agent, long playedSeconds)
            throws IOException, InterruptedException {
        Map<String, Object> body = Map.of(
                "session_id", session, "played_seconds", playedSeconds, "position", playedSeconds, "ended", false);
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/api/v1/videos/" + videoId + "/views"))
                .header("Content-Type", "application/json")
                .header("User-Agent", agent)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = ANYBODY.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == 429) { // many viewers at one address
            Thread.sleep(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            answer = ANYBODY.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() != 202) {
            throw new IOException("heartbeat: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Takes an own video away; what works on it stops. */
    public void delete(String videoId) throws IOException, InterruptedException {
        require(authorized("/api/v1/videos/" + videoId).DELETE().build(), 204);
    }

    /** Changes something as JSON. */
    public void patch(String path, Map<String, ?> changes) throws IOException, InterruptedException {
        require(
                authorized(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(changes)))
                        .build(),
                200);
    }

    /** Sends something as JSON. */
    public void post(String path, Map<String, ?> body, int expected) throws IOException, InterruptedException {
        require(posting(path, body).build(), expected);
    }

    /** The same, for those whose answer is read. */
    public JsonNode postJson(String path, Map<String, ?> body, int expected) throws IOException, InterruptedException {
        return JSON.readTree(require(posting(path, body).build(), expected));
    }

    /** Makes something under a name: made again under the same one, it is there once. */
    public JsonNode postOnce(String path, Map<String, ?> body, String name) throws IOException, InterruptedException {
        return JSON.readTree(
                require(posting(path, body).header("Idempotency-Key", name).build(), 201));
    }

    /** Puts something as JSON. */
    public void put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        require(
                authorized(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                200);
    }

    private HttpRequest.Builder posting(String path, Map<String, ?> body) throws IOException {
        return authorized(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** Puts a picture. */
    public void putPicture(String path, Path picture) throws IOException, InterruptedException {
        require(
                authorized(path)
                        .header("Content-Type", "image/png")
                        .PUT(BodyPublishers.ofFile(picture))
                        .build(),
                200);
    }

    /** Brings captions of a video of one's own. */
    public void bringCaptions(String videoId, String language, String webVtt) throws IOException, InterruptedException {
        require(
                authorized("/api/v1/videos/" + videoId + "/captions?language=" + language)
                        .header("Content-Type", "text/vtt")
                        .POST(BodyPublishers.ofString(webVtt))
                        .build(),
                201);
    }

    /** Reads something as this person sees it. */
    public JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(require(authorized(path).build(), 200));
    }

    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private boolean firstSegmentComes(URI playlist) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(playlist);
        if (answer.statusCode() != 200) {
            return false;
        }
        var segment = Playlist.firstSegment(answer.body());
        if (segment.isEmpty()) {
            return false;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(playlist.resolve(segment.get().uri()));
        segment.get().range().ifPresent(range -> request.header("Range", range));
        HttpResponse<byte[]> bytes = client.send(request.build(), BodyHandlers.ofByteArray());
        return bytes.statusCode() / 100 == 2 && bytes.body().length > 0;
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private String require(HttpRequest request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static InputStream timed(Path file, long bytesPerSecond, AtomicLong lastByte) {
        try {
            long size = Files.size(file);
            return new FilterInputStream(Files.newInputStream(file)) {
                private final long begun = System.nanoTime();
                private long left = size;

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int got = super.read(into, offset, length);
                    if (got > 0) {
                        left -= got;
                        LockSupport.parkNanos(
                                begun + (long) ((size - left) * 1e9 / bytesPerSecond) - System.nanoTime());
                        if (left == 0) {
                            lastByte.set(System.nanoTime());
                        }
                    }
                    return got;
                }
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
