package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.uploads.UploadClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the server at many points of processing: it goes on by itself, and publishes once. */
@ProcessTest
class ProcessingCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Path data = ServerProcess.freshData("processing");

    private ServerProcess server;

    /** How well it is encoded is the media library's. */
    private static final String[] QUICK = {"--processing.preset", "ultrafast", "--processing.per-title", "false"};

    private static final List<String> STAGES =
            List.of("uploading", "queued", "probing", "publishing", "encoding", "finishing", "done");

    /** Where the crashes strike: as soon as the video is that far, whether it was seen at that very point or not. */
    private static final List<Sight> SIGHTS = List.of(
            new Sight("queued", 0),
            new Sight("probing", 0),
            new Sight("publishing", 0),
            new Sight("encoding", 0),
            new Sight("encoding", 15),
            new Sight("encoding", 45),
            new Sight("finishing", 0));

    private record Sight(String stage, int percent) {

        boolean seenIn(JsonNode status) {
            int reached = STAGES.indexOf(status.path("stage").asText());
            int wanted = STAGES.indexOf(stage);
            return reached > wanted
                    || reached == wanted && status.path("progress").asInt() >= percent;
        }
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
    void aVideoIsDoneAndPublishedOnceHoweverOftenItsWorkerDies() throws Exception {
        server = ServerProcess.start(data, QUICK);
        UploadClient user = UploadClient.register(address());
        Clips clips = new Clips(FfmpegTools.packaged(Path.of("target", "tools")), Path.of("target", "clips"));
        byte[] file = clips.h264(15, 854, 480);
        var last = user.patch(user.tus(file.length), 0, file);
        String video = last.headers().firstValue("Vidstead-Video-Id").orElseThrow();

        String published = "";
        for (Sight sight : SIGHTS) {
            UploadClient watcher = user;
            Callable<Boolean> seen = () -> sight.seenIn(json(watcher.get(status(video))));
            if (sight.percent() > 0) {
                // Not as often as can be: who looks all the time takes the processor from the encoder.
                await(sight.toString(), LIMIT, seen);
                server.kill();
            } else {
                server.killWhen(sight.toString(), seen);
            }
            server = ServerProcess.start(data, QUICK);
            user = user.at(address());
            JsonNode now = json(user.get("/api/v1/videos/" + video));
            if (!published.isEmpty()) {
                assertThat(now.path("published_at").asText()).isEqualTo(published);
            } else if (!now.path("published_at").isNull()) {
                published = now.path("published_at").asText();
            }
        }
        UploadClient present = user;
        await("done", LIMIT, () -> {
            JsonNode status = json(present.get(status(video)));
            assertThat(status.path("error").isNull()).as(status.toString()).isTrue();
            return status.path("stage").asText().equals("done");
        });
        JsonNode done = json(user.get("/api/v1/videos/" + video));
        assertThat(done.path("renditions").findValuesAsText("name")).contains("480p", "360p", "240p", "144p");
        assertThat(json(user.get("/api/v1/videos")).path("videos")).hasSize(1);
        await(
                "pictures and words, which come after, leave nothing either",
                LIMIT,
                () -> holdsNoFile(data.resolve("scratch").resolve("processing")));
    }

    private static String status(String video) {
        return "/api/v1/videos/" + video + "/status";
    }

    /** A folder that changes while it is walked through is not empty. */
    private static boolean holdsNoFile(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.noneMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }
}
