package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the server at many points of an upload: nothing acknowledged is lost, nothing is there twice. */
@ProcessTest
class UploadCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path data = ServerProcess.freshData("upload");

    private ServerProcess server;

    private void start() {
        server = ServerProcess.start(data);
    }

    private URI address() {
        return URI.create(server.url());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** At each kill there is an upload in the midst, and another one at its end: one start serves to look at both. */
    @Test
    void uploadsGoOnWhereTheServerWasKilledAndAreCompletedOnce() throws Exception {
        start();
        UploadClient user = UploadClient.register(address());
        byte[] film = noise(24 << 20, 99);
        String location = user.tus(film.length);
        assertThat(user.patch(location, 0, Arrays.copyOfRange(film, 0, 5 << 20)).statusCode())
                .isEqualTo(204);
        long acknowledged = 5 << 20;

        // Of a body that has no end: at rest, between two requests, and in the middle of one; and of nothing, when all
        // has come.
        List<Integer> sent = List.of(0, 1, 100_000, 9 << 20, 0);
        List<Moment> moments = List.of(
                (_, _, completing) -> !completing.isDone(),
                (upload, _, _) -> Files.exists(stages().resolve("upload-" + upload + "/committed")),
                (_, video, _) -> Files.exists(data.resolve("objects/checksums/originals/" + video)),
                (_, video, _) -> Files.exists(data.resolve("objects/objects/originals/" + video)),
                (_, _, completing) -> completing.isDone());
        for (int kill = 0; kill < moments.size(); kill++) {
            Moment moment = moments.get(kill);
            byte[] file = noise(3_000_000, kill);
            JsonNode initiated = json(user.initiate(file.length));
            String upload = initiated.path("upload_id").asText();
            String video = initiated.path("video_id").asText();
            assertThat(user.chunk(upload, 0, file, file.length).statusCode()).isEqualTo(200);

            if (kill == moments.size() - 1) {
                HttpResponse<String> last =
                        user.patch(location, acknowledged, Arrays.copyOfRange(film, (int) acknowledged, film.length));
                assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
                acknowledged = film.length;
            }
            UploadClient before = user;
            long written = acknowledged + sent.get(kill);
            byte[] some = Arrays.copyOfRange(film, (int) acknowledged, (int) written);
            CompletableFuture<HttpResponse<String>> completing;
            try (var _ = some.length == 0
                    ? null
                    : user.patchWithoutEnd(location, acknowledged, some, film.length - acknowledged)) {
                if (some.length > 0) {
                    Await.await("the bytes being written", LIMIT, () -> size(stage(location)) >= written);
                }
                completing = CompletableFuture.supplyAsync(() -> before.complete(upload));
                server.killWhen("the moment", () -> moment.hasCome(upload, video, completing));
            }
            start();
            user = user.at(address());

            // At least what was acknowledged, at most what was sent.
            long offset = user.offset(location);
            assertThat(offset).isBetween(acknowledged, written);
            acknowledged = offset;

            try {
                completing.join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(UncheckedIOException.class);
            }
            String body = "{\"sha256\": \"" + sha256(file) + "\"}";
            String path = "/api/v1/videos/upload/" + upload + "/complete";
            HttpResponse<String> first = user.postJson(path, body);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(user.postJson(path, body).body()).isEqualTo(first.body());
        }

        assertThat(acknowledged).isEqualTo(film.length);
        assertThat(json(user.get("/api/v1/me/videos")).path("videos")).hasSize(moments.size() + 1);
    }

    /** Something on the way from the request for completion to its answer. */
    private interface Moment {
        boolean hasCome(String upload, String video, CompletableFuture<HttpResponse<String>> completing);
    }

    private Path stages() {
        return data.resolve("objects/stages");
    }

    /** The file that the bytes of a tus upload are written to. */
    private Path stage(String location) {
        return stages().resolve("upload-" + location.substring(location.lastIndexOf('/') + 1) + "/data");
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
