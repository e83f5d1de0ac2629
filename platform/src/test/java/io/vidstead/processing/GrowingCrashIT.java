package io.vidstead.processing;

import static io.vidstead.uploads.UploadClient.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.media.tools.FfmpegTools;
import io.vidstead.processing.GrowingRenditionTest.Playlist;
import io.vidstead.testing.ServerProcess;
import io.vidstead.uploads.UploadClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** kill -9 while the first rendition is encoded and already played. */
@Isolated
class GrowingCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int LONGEST = 800;

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
        Growing growing = growing(user);
        String video = growing.video();
        String published = details(user, video).path("published_at").asText();
        Playlist before = growing.playlist();
        byte[] segment =
                user.range(address(video, before), before.ranges().getFirst()).body();
        assertThat(before.ended()).isFalse();

        server.kill();
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
        assertThat(whole.ranges()).hasSizeBetween(growing.seconds() / 4, growing.seconds() / 4 + 1);
        assertThat(whole.text()).doesNotContain("DISCONTINUITY");
        assertThat(user.range(address(video, before), before.ranges().getFirst())
                        .body())
                .isEqualTo(segment);
        JsonNode now = details(user, video);
        assertThat(now.path("published_at").asText()).isEqualTo(published);
        assertThat(now.path("error").isNull()).isTrue();
    }

    /** A video that is still encoded, and its playlist with the first segments. */
    private record Growing(String video, int seconds, Playlist playlist) {}

    /** Of films twice as long each, the first that is not encoded already when one looks: machines differ. */
    private static Growing growing(UploadClient user) {
        Clips clips = new Clips(FfmpegTools.packaged(Path.of("target", "tools")), Path.of("target", "clips"));
        for (int seconds = 100; ; seconds *= 2) {
            byte[] file = clips.mpeg4(seconds, 640, 360);
            var last = user.patch(user.tus(file.length), 0, file);
            String video = last.headers().firstValue("Vidstead-Video-Id").orElseThrow();
            awaitSegments(user, video, 2);
            Playlist playlist = playlist(user, video);
            if (!playlist.ended() || seconds == LONGEST) {
                return new Growing(video, seconds, playlist);
            }
        }
    }

    private static void awaitSegments(UploadClient user, String video, int count) {
        await("segments", LIMIT, () -> playlist(user, video).ranges().size() >= count);
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
