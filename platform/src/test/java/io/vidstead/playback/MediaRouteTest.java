package io.vidstead.playback;

import static io.vidstead.testing.Films.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class MediaRouteTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    Films films;

    @Inject
    Catalog catalog;

    @Inject
    ObjectStore objects;

    @Inject
    Transactions transactions;

    private Visitor anonymous;
    private Visitor owner;
    private VideoId video;
    private String file;
    private byte[] content;

    @BeforeEach
    void prepare() {
        anonymous = Visitor.anonymous(site);
        owner = Visitor.user(site);
        video = films.playing(owner.id(), titled("A film", "public"), 300_000);
        RenditionRecord rendition = catalog.renditions(video).getFirst();
        file = "/media/" + video + "/" + rendition.fileName();
        content = films.bytes(rendition);
    }

    private String signedFolder(VideoId hidden) {
        String hls = owner.get("/api/v1/videos/" + hidden)
                .json()
                .path("video_urls")
                .path("hls")
                .asText();
        return hls.substring(0, hls.lastIndexOf('/') + 1);
    }

    @Test
    void aFileIsSentWhole() {
        Answer answer = anonymous.get(file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(content);
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Content-Range");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(anonymous.get("/media/" + video + "/audio-abc.mp4").header("Content-Type"))
                .isEqualTo("audio/mp4");
        assertThat(anonymous.get("/media/" + video + "/thumb-0-abc.jpg").header("Content-Type"))
                .isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "0-0, 0, 1",
        "1000-1999, 1000, 1000",
        "299999-, 299999, 1",
        "-5, 299995, 5",
        "200000-999999, 200000, 100000"
    })
    void aRangeIsSent(String range, int offset, int length) {
        Answer answer = anonymous.get(file, "Range", "bytes=" + range);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(content, offset, offset + length));
        assertThat(answer.header("Content-Range"))
                .isEqualTo("bytes " + offset + "-" + (offset + length - 1) + "/300000");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(length));
    }

    @Test
    void rangesThatCannotBeServedAre416() {
        String thousand = IntStream.range(0, 1000).mapToObj(i -> i + "-" + i).collect(Collectors.joining(","));
        for (String range : List.of("300000-", "0-1,5-6", thousand)) {
            Answer answer = anonymous.get(file, "Range", "bytes=" + range);
            assertThat(answer.status()).isEqualTo(416);
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */300000");
            assertThat(answer.bytes()).isEmpty();
        }
        assertThat(anonymous.get(file, "Range", "lines=1-2").status()).isEqualTo(200);
    }

    @Test
    void conditionsAreHonoured() {
        String tag = anonymous.get(file).header("ETag");
        assertThat(anonymous.get(file, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(anonymous.get(file, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        assertThat(anonymous.get(file, "Range", "bytes=0-9", "If-Range", tag).status())
                .isEqualTo(206);
        assertThat(anonymous
                        .get(file, "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(anonymous
                        .get(file, "Range", "bytes=0-9", "If-Range", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headTellsWithoutSending() {
        Answer answer = anonymous.head(file, "Range", "bytes=0-9");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("300000");
        assertThat(answer.header("ETag")).isNotEmpty();
        assertThat(anonymous.head("/media/" + video + "/master.m3u8").status()).isEqualTo(200);
        assertThat(anonymous.head("/media/" + video + "/nothing.mp4").status()).isEqualTo(404);
    }

    @Test
    void playersOfOtherSitesMayAsk() {
        Answer answer = anonymous.send(
                "OPTIONS",
                file,
                BodyPublishers.noBody(),
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "range");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Range");
        assertThat(anonymous.send("DELETE", file, BodyPublishers.noBody()).status())
                .isIn(404, 405);
        assertThat(anonymous.send("PUT", file, BodyPublishers.ofString("x")).status())
                .isIn(404, 405);
    }

    @Test
    void manifestsFollowTheLadder() {
        Answer filling = anonymous.get("/media/" + video + "/master.m3u8");
        assertThat(filling.status()).as(filling.toString()).isEqualTo(200);
        assertThat(filling.header("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(filling.header("Cache-Control")).isEqualTo("public, max-age=2");
        assertThat(filling.text()).startsWith("#EXTM3U").contains("360p.m3u8").doesNotContain("720p.m3u8");
        films.finish(video);
        Answer full = anonymous.get("/media/" + video + "/master.m3u8");
        assertThat(full.text()).contains("360p.m3u8").contains("720p.m3u8").contains("audio.m3u8");
        assertThat(full.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(full.header("ETag")).isNotEqualTo(filling.header("ETag"));
        assertThat(anonymous
                        .get("/media/" + video + "/master.m3u8", "If-None-Match", full.header("ETag"))
                        .status())
                .isEqualTo(304);
        Answer playlist = anonymous.get("/media/" + video + "/720p.m3u8");
        assertThat(playlist.text()).contains("720p-abc.mp4").contains("#EXT-X-BYTERANGE");
        Answer dash = anonymous.get("/media/" + video + "/manifest.mpd");
        assertThat(dash.header("Content-Type")).isEqualTo("application/dash+xml");
        assertThat(dash.text()).contains("720p-abc.mp4").contains("audio-abc.mp4");
        assertThat(anonymous.get("/media/" + video + "/master-720p.m3u8").text())
                .contains("720p.m3u8")
                .contains("audio.m3u8")
                .doesNotContain("360p.m3u8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.mp4",
                "1080p.m3u8",
                "master-1080p.m3u8",
                "manifest-1080p.mpd",
                ".m3u8",
                "master-.m3u8",
                "a.m3u8",
                "..%2f..%2f..%2fetc%2fpasswd",
                "%2e%2e/%2e%2e/etc/passwd",
                "..%5c..%5cx",
                "a%00.mp4",
                ""
            })
    void whatAVideoDoesNotHaveIsNotFound(String name) {
        assertThat(anonymous.get("/media/" + video + "/" + name).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/../../../../etc/passwd",
                "/media/%s/../../../../../etc/passwd",
                "/media/%s/..%%2f..%%2f..%%2fetc/passwd",
                "/media//etc/passwd",
                "/media/%s//etc/passwd",
                "/media/..%%5c..%%5cetc",
                "/media/channels/../%s/360p-abc.mp4%%00"
            })
    void rawPathsDoNotClimbOut(String path) throws IOException {
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path.formatted(video) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("root:").matches("(?s)HTTP/1.1 (400|404).*");
        }
    }

    @Test
    void aPrivateVideoIsReachableByItsSignedPathOnly() {
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        for (String name : List.of("master.m3u8", "manifest.mpd", "360p.m3u8", "360p-abc.mp4", "thumb-0-abc.jpg")) {
            assertThat(anonymous.get("/media/" + hidden + "/" + name).status()).isEqualTo(404);
            assertThat(owner.get("/media/" + hidden + "/" + name).status()).isEqualTo(404);
            Answer signed = anonymous.get(signedFolder(hidden) + name);
            assertThat(signed.status()).as(name + signed).isEqualTo(200);
            assertThat(signed.header("Cache-Control")).startsWith("private");
        }
    }

    @Test
    void anAlteredSignatureIsForbidden() {
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        String folder = signedFolder(hidden);
        String[] parts = folder.split("/");
        String bound = parts[3];
        String later = Long.parseLong(bound.substring(0, 10)) + 1 + bound.substring(10);
        String another = bound.substring(0, 11) + Visitor.user(site).id();
        char last = parts[4].charAt(0) == 'A' ? 'B' : 'A';
        for (String altered : List.of(
                "/media/" + hidden + "/" + later + "/" + parts[4] + "/",
                "/media/" + hidden + "/" + another + "/" + parts[4] + "/",
                "/media/" + hidden + "/" + bound + "/" + last + parts[4].substring(1) + "/",
                "/media/" + video + "/" + bound + "/" + parts[4] + "/",
                "/media/AAAAAAAAAAA/" + bound + "/" + parts[4] + "/")) {
            Answer answer = anonymous.get(altered + "master.m3u8");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("bad_signature");
        }
    }

    @Test
    void aVideoThatBecomesPrivateIsOutOfReachAtOnce() {
        assertThat(anonymous.get(file).status()).isEqualTo(200);
        owner.patch("/api/v1/videos/" + video, "{\"privacy\": \"private\"}");
        assertThat(anonymous.get(file).status()).isEqualTo(404);
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").status()).isEqualTo(404);
    }

    @Test
    void nothingPlaysBeforeItIsPlayable() {
        VideoId draft = films.draft(owner.id(), titled("Draft", "public"));
        assertThat(anonymous.get("/media/" + draft + "/master.m3u8").status()).isEqualTo(404);
    }

    @Test
    void whatWasReplacedIsSentAsLongAsItIsKept() {
        List<RenditionRecord> sound = catalog.renditions(video).stream()
                .filter(r -> r.kind() == RenditionRecord.Kind.AUDIO)
                .toList();
        transactions.run(tx -> catalog.replaceRenditions(tx, video, sound));
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").text()).doesNotContain("360p");
        assertThat(anonymous.get("/media/" + video + "/360p.m3u8").text()).contains("360p-abc.mp4");
        assertThat(anonymous.get(file, "Range", "bytes=0-9").bytes()).isEqualTo(Arrays.copyOf(content, 10));
        assertThat(anonymous.get("/media/" + video + "/nothing.mp4").status()).isEqualTo(404);
    }

    @Test
    void aFileThatWentAwayIsNotFound() {
        assertThat(anonymous.get(file).status()).isEqualTo(200);
        objects.delete(new ObjectKey(catalog.renditions(video).getFirst().objectKey()));
        Answer gone = anonymous.get(file);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
    }

    // stream

    private String streamed(String query) {
        Answer answer = anonymous.get("/api/v1/videos/" + video + "/stream" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        return answer.header("Location");
    }

    @Test
    void streamLeadsToAManifest() {
        assertThat(streamed("")).isEqualTo("/media/" + video + "/master.m3u8");
        assertThat(streamed("?format=dash")).isEqualTo("/media/" + video + "/manifest.mpd");
        assertThat(streamed("?quality=360p")).isEqualTo("/media/" + video + "/master-360p.m3u8");
        assertThat(streamed("?quality=360p&format=dash")).isEqualTo("/media/" + video + "/manifest-360p.mpd");
        assertThat(anonymous.get(streamed("?quality=360p")).status()).isEqualTo(200);
        assertThat(anonymous.get(streamed("?quality=360p&format=dash")).status())
                .isEqualTo(200);
    }

    @Test
    void streamRefuses() {
        String stream = "/api/v1/videos/" + video + "/stream";
        assertThat(anonymous.get(stream + "?quality=1080p").code()).isEqualTo("quality_not_found");
        assertThat(anonymous.get(stream + "?quality=4k").status()).isEqualTo(404);
        assertThat(anonymous.get(stream + "?quality=loud").code()).isEqualTo("bad_quality");
        assertThat(anonymous.get(stream + "?format=avi").code()).isEqualTo("bad_format");
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(anonymous.get("/api/v1/videos/" + hidden + "/stream").status())
                .isEqualTo(404);
        assertThat(owner.get("/api/v1/videos/" + hidden + "/stream").header("Location"))
                .matches("/media/" + hidden + "/\\d+-" + owner.id() + "/[^/]+/master.m3u8");
        VideoId draft = films.draft(owner.id(), titled("Draft", "public"));
        assertThat(owner.get("/api/v1/videos/" + draft + "/stream").code()).isEqualTo("not_playable");
    }

    // watch positions

    private Answer tell(Visitor who, VideoId id, String position, String duration) {
        return who.post(
                "/api/v1/videos/" + id + "/watch-position",
                "{\"position\": " + position + ", \"duration\": " + duration + "}");
    }

    @Test
    void aPositionIsKeptAndOffered() {
        Answer kept = tell(owner, video, "12.7", "40");
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(kept.json().path("success").asBoolean()).isTrue();
        assertThat(kept.json().path("position").asInt()).isEqualTo(12);
        assertThat(owner.get("/api/v1/videos/" + video)
                        .json()
                        .path("watch_position")
                        .asInt())
                .isEqualTo(12);
        Answer list = owner.get("/api/v1/videos?channel=" + owner.username());
        assertThat(list.json().path("videos").path(0).path("watch_position").asInt())
                .isEqualTo(12);
        assertThat(list.header("Cache-Control")).contains("private");
        assertThat(anonymous
                        .get("/api/v1/videos/" + video)
                        .json()
                        .path("watch_position")
                        .isNull())
                .isTrue();
        assertThat(Visitor.user(site)
                        .get("/api/v1/videos/" + video)
                        .json()
                        .path("watch_position")
                        .isNull())
                .isTrue();
        tell(owner, video, "3", "40");
        assertThat(owner.get("/api/v1/videos/" + video)
                        .json()
                        .path("watch_position")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"-1, 40", "50, 40", "1e400, 40", "1, 0", "1, -1", "null, 40", "\"1\", 40", "1, null", "NaN, 1"})
    void badPositionsAreRefused(String position, String duration) {
        assertThat(tell(owner, video, position, duration).status()).isEqualTo(400);
    }

    @Test
    void positionsAreForThoseWhoMayWatch() {
        VideoId hidden = films.playing(owner.id(), titled("Private", "private"));
        assertThat(tell(anonymous, video, "1", "40").status()).isEqualTo(401);
        assertThat(tell(Visitor.user(site), hidden, "1", "40").status()).isEqualTo(404);
        assertThat(tell(owner, hidden, "1", "40").status()).isEqualTo(200);
        assertThat(tell(owner, new VideoId("AAAAAAAAAAA"), "1", "40").status()).isEqualTo(404);
    }
}
