package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.ContentKeys;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.protection.ContentKey;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A premium video from its upload on: nobody ever gets a clear byte of it, and its key only who may play it. */
@PlatformTest
class PremiumTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    ContentKeys keys;

    @Inject
    MediaTools media;

    private VideoId upload(Visitor owner) {
        byte[] file = new Clips(media.tools(), Path.of("target", "clips")).h264(2, 320, 180);
        String name = Base64.getEncoder().encodeToString("true".getBytes(StandardCharsets.UTF_8));
        Visitor.Answer created = owner.send(
                "POST",
                "/api/v1/tus",
                BodyPublishers.ofByteArray(file),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(file.length),
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Metadata",
                "premium " + name);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return new VideoId(created.header("Vidstead-Video-Id"));
    }

    private static String license(VideoId video) {
        return "/api/v1/videos/" + video + "/license";
    }

    @Test
    void onlyEncryptedBytesLeaveAndOnlyTheEntitledGetTheKey() {
        Visitor owner = Visitor.user(site);
        Visitor other = Visitor.user(site);
        Visitor anonymous = Visitor.anonymous(site);
        VideoId video = upload(owner);
        await(
                "encrypted renditions",
                LIMIT,
                () -> catalog.renditions(video).stream()
                                .filter(r -> r.traits().keyId().isPresent())
                                .count()
                        >= 2);
        // Its ladder joins what was encrypted meanwhile, and is encrypted in its turn.
        await(
                "the whole ladder, encrypted",
                LIMIT,
                () -> catalog.renditions(video).stream().anyMatch(r -> r.name().equals("144p"))
                        && catalog.renditions(video).stream()
                                .allMatch(r -> r.traits().keyId().isPresent()));

        JsonNode page = owner.get("/api/v1/videos/" + video).json();
        String hls = page.path("video_urls").path("hls").asText();
        assertThat(page.path("entitled").asBoolean()).isTrue();
        String folder = hls.substring(0, hls.lastIndexOf('/') + 1);
        await("a manifest", LIMIT, () -> owner.get(hls).status() == 200);
        String master = new String(owner.get(hls).bytes(), StandardCharsets.UTF_8);
        assertThat(master).contains("#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES", "KEYFORMAT=\"org.w3.clearkey\"");
        assertThat(new String(owner.get(folder + "manifest.mpd").bytes(), StandardCharsets.UTF_8))
                .contains("value=\"cbcs\"", "<cenc:pssh>");

        for (RenditionRecord r : all(video)) {
            boolean encrypted = r.traits().keyId().isPresent();
            assertThat(anonymous.get("/media/" + video + "/" + r.fileName()).status())
                    .isEqualTo(404);
            Visitor.Answer signed = anonymous.get(folder + r.fileName());
            assertThat(signed.status()).as(r.fileName()).isEqualTo(encrypted ? 200 : 404);
            if (encrypted) {
                assertThat(new String(signed.bytes(), StandardCharsets.ISO_8859_1))
                        .contains("cbcs");
            }
        }
        assertThat(anonymous.get("/media/" + video + "/master.m3u8").status()).isEqualTo(404);
        JsonNode stranger = anonymous.get("/api/v1/videos/" + video).json();
        assertThat(stranger.path("premium").asBoolean()).isTrue();
        assertThat(stranger.path("entitled").asBoolean()).isFalse();
        assertThat(stranger.path("video_urls").path("hls").asText()).isEqualTo("/media/" + video + "/master.m3u8");

        assertKeys(video, owner, other, anonymous);
    }

    private List<RenditionRecord> all(VideoId video) {
        return java.util.stream.Stream.concat(
                        catalog.renditions(video).stream(), catalog.replacedRenditions(video).stream())
                .toList();
    }

    private void assertKeys(VideoId video, Visitor owner, Visitor other, Visitor anonymous) {
        ContentKey key = keys.find(video).orElseThrow();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        String wanted =
                "{\"kids\":[\"" + base64.encodeToString(ContentKey.bytes(key.id())) + "\"],\"type\":\"temporary\"}";
        String entitlement = "/api/v1/videos/" + video + "/entitlements/" + other.username();

        JsonNode given = owner.post(license(video), wanted).json();
        assertThat(given.path("keys").get(0).path("k").asText())
                .isEqualTo(base64.encodeToString(key.secret().getEncoded()));
        assertThat(anonymous.post(license(video), wanted).status()).isEqualTo(403);
        assertThat(other.post(license(video), wanted).status()).isEqualTo(403);
        assertThat(owner.post(license(video), "{\"kids\":[\"AAAAAAAAAAAAAAAAAAAAAA\"]}")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(license(video), "{\"kids\":[]}").status()).isEqualTo(400);
        assertThat(other.send("PUT", entitlement, BodyPublishers.noBody()).status())
                .isEqualTo(403);

        assertThat(owner.send("PUT", entitlement, BodyPublishers.noBody()).status())
                .isEqualTo(204);
        assertThat(other.post(license(video), wanted).status()).isEqualTo(200);
        String all = "/api/v1/videos/" + video + "/entitlements";
        assertThat(owner.get(all).json().path("viewers").findValuesAsText("username"))
                .containsExactly(other.username());
        assertThat(other.get(all).status()).isEqualTo(403);
        assertThat(anonymous.get(all).status()).isEqualTo(401);
        assertThat(other.get("/api/v1/videos/" + video).json().path("entitled").asBoolean())
                .isTrue();
        assertThat(owner.delete(entitlement).status()).isEqualTo(204);
        assertThat(owner.get(all).json().path("viewers")).isEmpty();
        assertThat(other.post(license(video), wanted).status()).isEqualTo(403);
    }

    @Test
    void aVideoThatBecomesPremiumIsServedClearNoLonger() {
        Visitor owner = Visitor.user(site);
        VideoId video = upload(owner);
        await(
                "encrypted renditions",
                LIMIT,
                () -> catalog.renditions(video).stream()
                        .anyMatch(r -> r.traits().keyId().isPresent()));
        assertThat(owner.patch("/api/v1/videos/" + video, "{\"premium\":false}").status())
                .isEqualTo(200);
        assertThat(Visitor.anonymous(site)
                        .get("/api/v1/videos/" + video)
                        .json()
                        .path("entitled")
                        .asBoolean())
                .isTrue();
        assertThat(owner.patch("/api/v1/videos/" + video, "{\"premium\":true}").status())
                .isEqualTo(200);
        assertThat(Visitor.anonymous(site)
                        .get("/media/" + video + "/manifest.mpd")
                        .status())
                .isEqualTo(404);
    }
}
