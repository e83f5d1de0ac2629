package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.processing.GrowingRenditionTest.Playlist;
import io.vidstead.testing.HeldEncoder;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.uploads.UploadClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** kill -9 while the first rendition is encoded and already played. */
@ProcessTest
class GrowingCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int SECONDS = 40;

    private final Path data = ServerProcess.freshData("growing");

    private ServerProcess server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whoPlaysGoesOnPlayingAndThereIsOnePublication() throws Exception {
        server = ServerProcess.start(data);
        UploadClient user = UploadClient.register(URI.create(server.url()));
        Clips clips = new Clips(FfmpegTools.packaged(Path.of("target", "tools")), Path.of("target", "clips"));
        byte[] file = clips.mpeg4(SECONDS, 640, 360);
        var last = user.patch(user.tus(file.length), 0, file);
        String video = last.headers().firstValue("Vidstead-Video-Id").orElseThrow();
        UploadClient viewer = user;
        String published;
        Playlist before;
        byte[] segment;
        try (var encoder = HeldEncoder.of(video)) {
            encoder.workUntil("segments", () -> playlist(viewer, video).ranges().size() >= 2);
            published = details(user, video).path("published_at").asText();
            before = playlist(user, video);
            segment = user.range(address(video, before), before.ranges().getFirst())
                    .body();
            assertThat(before.ended()).isFalse();
            server.kill();
        }
        server = ServerProcess.start(data);
        user = user.at(URI.create(server.url()));
        Playlist after = playlist(user, video);
        assertThat(after.ranges()).hasSizeGreaterThanOrEqualTo(before.ranges().size());
        assertThat(user.range(address(video, before), before.ranges().getFirst())
                        .body())
                .isEqualTo(segment);

        UploadClient present = user;
        await("whole", LIMIT, () -> playlist(present, video).ended());
        Playlist whole = playlist(user, video);
        assertThat(whole.ranges()).hasSizeBetween(SECONDS / 4, SECONDS / 4 + 1);
        assertThat(whole.text()).doesNotContain("DISCONTINUITY");
        assertThat(user.range(address(video, before), before.ranges().getFirst())
                        .body())
                .isEqualTo(segment);
        JsonNode now = details(user, video);
        assertThat(now.path("published_at").asText()).isEqualTo(published);
        assertThat(now.path("error").isNull()).isTrue();
    }

    private static Playlist playlist(UploadClient user, String video) {
        return new Playlist(user.get("/media/" + video + "/360p.m3u8").body());
    }

    private static String address(String video, Playlist playlist) {
        return "/media/" + video + "/" + playlist.uri();
    }

    private static JsonNode details(UploadClient user, String video) {
        return json(user.get("/api/v1/videos/" + video));
    }
}
