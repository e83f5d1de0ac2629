package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.HeldEncoder;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A video that no browser plays as it is: it plays from its first seconds on, while the rest is still being encoded. */
@PlatformTest
class GrowingRenditionTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int SECONDS = 40;

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    MediaTools media;

    @Test
    void itsPlaylistGrowsUntilItIsComplete() {
        UploadClient user = UploadClient.register(site);
        byte[] file = new Clips(media.tools(), Path.of("target", "clips")).mpeg4(SECONDS, 640, 360);
        HttpResponse<String> last = user.patch(user.tus(file.length), 0, file);
        var video = new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
        String folder = "/media/" + video + "/";
        try (var encoder = HeldEncoder.of(video.value())) {
            encoder.workUntil("playable", () -> user.get(folder + "master.m3u8").statusCode() == 200);
            growsOn(user, video, encoder);
        }
        user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody()); // nobody looks at its other qualities
    }

    private void growsOn(UploadClient user, VideoId video, HeldEncoder encoder) {
        String folder = "/media/" + video + "/";
        HttpResponse<String> begun = user.get(folder + "360p.m3u8");
        var playlist = new Playlist(begun.body());
        assertThat(playlist.ended()).as(begun.body()).isFalse();
        assertThat(begun.body()).contains("#EXT-X-PLAYLIST-TYPE:EVENT", "#EXT-X-START:TIME-OFFSET=0");
        assertThat(user.get(folder + "master.m3u8").body()).contains("avc1.", "mp4a.40.2", "RESOLUTION=640x360");
        assertThat(user.get(folder + "manifest.mpd").statusCode()).isEqualTo(404);
        assertThat(json(user.get("/api/v1/videos/" + video + "/status"))
                        .path("stage")
                        .asText())
                .isEqualTo("encoding");
        assertThat(catalog.renditions(video)).isEmpty();
        HttpResponse<byte[]> early =
                user.range(folder + playlist.uri(), playlist.ranges().getFirst());
        assertThat(early.statusCode()).isEqualTo(206);
        assertThat(early.headers().firstValue("Cache-Control")).hasValue("no-store");

        encoder.workUntil(
                "more",
                () -> new Playlist(user.get(folder + "360p.m3u8").body())
                                .ranges()
                                .size()
                        > playlist.ranges().size());
        encoder.close();
        await("whole", LIMIT, () -> new Playlist(user.get(folder + "360p.m3u8").body()).ended());

        var whole = new Playlist(user.get(folder + "360p.m3u8").body());
        assertThat(whole.ranges())
                .startsWith(playlist.ranges().toArray(String[]::new))
                .hasSizeBetween(SECONDS / 4, SECONDS / 4 + 1);
        assertThat(whole.uri()).isEqualTo(playlist.uri());
        HttpResponse<byte[]> late =
                user.range(folder + playlist.uri(), playlist.ranges().getFirst());
        assertThat(late.body()).isEqualTo(early.body());
        assertThat(late.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(user.get(folder + "manifest.mpd").body()).contains("<SegmentBase");
    }

    /** What a media playlist says, as far as it matters here. */
    record Playlist(String text) {

        boolean ended() {
            return text.contains("#EXT-X-ENDLIST");
        }

        /** As the header of a request wants them. */
        List<String> ranges() {
            return text.lines()
                    .filter(line -> line.startsWith("#EXT-X-BYTERANGE:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).split("@"))
                    .map(part -> {
                        long offset = Long.parseLong(part[1]);
                        return "bytes=" + offset + "-" + (offset + Long.parseLong(part[0]) - 1);
                    })
                    .toList();
        }

        String uri() {
            return text.lines()
                    .filter(line -> line.endsWith(".mp4"))
                    .findFirst()
                    .orElse("");
        }
    }
}
