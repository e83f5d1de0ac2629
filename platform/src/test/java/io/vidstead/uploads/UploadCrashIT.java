package io.vidstead.uploads;

import static io.vidstead.uploads.UploadClient.json;
import static io.vidstead.uploads.UploadClient.noise;
import static io.vidstead.uploads.UploadClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the server at many points of an upload: nothing acknowledged is lost, nothing is there twice. */
class UploadCrashIT {

    private final Path data = ServerProcess.freshData("upload");

    private ServerProcess server;

    private void start() {
        server = ServerProcess.start(data);
    }

    private void killAndRestart() {
        server.kill();
        start();
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

    @Test
    void anUploadGoesOnWhereTheServerWasKilled() throws Exception {
        start();
        UploadClient user = UploadClient.register(address());
        byte[] file = noise(24 << 20, 1);
        String location = user.tus(file.length);

        // At rest, between two requests.
        assertThat(user.patch(location, 0, Arrays.copyOfRange(file, 0, 5 << 20)).statusCode())
                .isEqualTo(204);
        killAndRestart();
        user = user.at(address());
        assertThat(user.offset(location)).isEqualTo(5 << 20);

        // In the middle of a body: at least what was acknowledged, at most what was sent.
        long acknowledged = 5 << 20;
        for (int sent : new int[] {1, 100_000, 9 << 20}) {
            byte[] some = Arrays.copyOfRange(file, (int) acknowledged, (int) acknowledged + sent);
            try (var _ = user.patchWithoutEnd(location, acknowledged, some, file.length - acknowledged)) {
                long written = acknowledged + sent;
                server.killWhen("the bytes being written", () -> size(stage(location)) >= written);
            }
            start();
            user = user.at(address());
            long offset = user.offset(location);
            assertThat(offset).isBetween(acknowledged, acknowledged + sent);
            acknowledged = offset;
        }

        HttpResponse<String> last =
                user.patch(location, acknowledged, Arrays.copyOfRange(file, (int) acknowledged, file.length));
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        killAndRestart();
        user = user.at(address());
        assertThat(user.offset(location)).isEqualTo(file.length);
        assertThat(json(user.get("/api/v1/me/videos")).path("videos")).hasSize(1);
    }

    @Test
    void aKillAroundTheLastByteLeavesAnUploadThatCanBeCompletedOnce() {
        start();
        UploadClient user = UploadClient.register(address());
        List<Moment> moments = List.of(
                (_, _, completing) -> !completing.isDone(),
                (upload, _, _) -> Files.exists(stages().resolve("upload-" + upload + "/committed")),
                (_, video, _) -> Files.exists(data.resolve("objects/checksums/originals/" + video)),
                (_, video, _) -> Files.exists(data.resolve("objects/objects/originals/" + video)),
                (_, _, completing) -> completing.isDone());
        for (Moment moment : moments) {
            byte[] file = noise(3_000_000, moments.indexOf(moment));
            JsonNode initiated = json(user.initiate(file.length));
            String upload = initiated.path("upload_id").asText();
            String video = initiated.path("video_id").asText();
            assertThat(user.chunk(upload, 0, file, file.length).statusCode()).isEqualTo(200);
            UploadClient before = user;
            var completing = CompletableFuture.supplyAsync(() -> before.complete(upload));
            server.killWhen("the moment", () -> moment.hasCome(upload, video, completing));
            start();
            try {
                completing.join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(UncheckedIOException.class);
            }
            user = user.at(address());
            String body = "{\"sha256\": \"" + sha256(file) + "\"}";
            String path = "/api/v1/videos/upload/" + upload + "/complete";
            HttpResponse<String> first = user.postJson(path, body);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(user.postJson(path, body).body()).isEqualTo(first.body());
        }
        assertThat(json(user.get("/api/v1/me/videos")).path("videos")).hasSize(moments.size());
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
