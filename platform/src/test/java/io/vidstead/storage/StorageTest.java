package io.vidstead.storage;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Upkeep;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class StorageTest extends StorageVisits {

    @Inject
    ObjectStore objects;

    @Inject
    DropRefused refused;

    @Inject
    DropOriginals originals;

    @Inject
    DropUnwatched unwatched;

    @Inject
    Upkeep upkeep;

    private JsonNode use(VideoId video) {
        String owner = catalog.require(video).owner().toString();
        return admin.get("/api/v1/admin/storage/users/" + owner + "/videos")
                .json()
                .path("videos");
    }

    @Test
    void whatIsStoredAddsUpAndGoesWithItsVideo() {
        VideoId video = done();
        String owner = catalog.require(video).owner().toString();
        JsonNode before = use(video);
        assertThat(before).hasSize(1);
        JsonNode one = before.get(0);
        assertThat(one.path("original_bytes").asLong()).isEqualTo(film.length);
        assertThat(one.path("rendition_bytes").asLong())
                .isEqualTo(catalog.renditions(video).stream()
                        .mapToLong(RenditionRecord::sizeBytes)
                        .sum());
        assertThat(one.path("other_bytes").asLong()).isPositive();
        assertThat(one.path("original").asText()).isEqualTo("kept");
        JsonNode all = admin.get("/api/v1/admin/storage").json();
        assertThat(all.path("kinds")).hasSize(7);
        assertThat(all.path("disk").path("free_bytes").asLong()).isPositive();
        assertThat(all.path("renditions").findValuesAsText("name")).contains("720p", "audio");
        long total = 0;
        for (JsonNode kind : all.path("kinds")) {
            total += kind.path("bytes").asLong();
        }
        assertThat(all.path("total_bytes").asLong()).isEqualTo(total);
        assertThat(admin.get("/api/v1/admin/storage/users?limit=100")
                        .json()
                        .path("users")
                        .findValuesAsText("user_id"))
                .contains(owner);

        user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody());
        await(
                "nothing is left",
                LIMIT,
                () -> admin.get("/api/v1/admin/storage/users/" + owner + "/videos")
                        .json()
                        .path("videos")
                        .isEmpty());
    }

    @Test
    void unwatchedVideosLoseTheirUpperQualitiesUntilSomebodyWatches() {
        VideoId video = done();
        unwatched.reduce(video, Instant.now().minus(Duration.ofDays(1)));
        assertThat(pictures(video)).as("it was published just now").contains("720p");
        unwatched.reduce(video, Instant.now().plus(Duration.ofDays(1)));
        assertThat(pictures(video)).doesNotContain("720p").contains("480p", "360p");
        assertThat(use(video).get(0).path("reduced_at").isNull()).isFalse();
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).doesNotContain("720p");
        await("all qualities", LIMIT, () -> pictures(video).contains("720p"));
        awaitDone(video);
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).contains("720p");
        assertThat(catalog.require(video).reduced()).isEmpty();
    }

    @Test
    void aDroppedOriginalLeavesAVideoThatPlaysButCannotBeEncodedAnew() {
        VideoId video = done();
        String key = catalog.require(video).original().orElseThrow().objectKey();
        transactions.run(tx -> catalog.forgetReplaced(tx, video)); // as the hours after the ladder do
        originals.drop(Instant.now().minus(Duration.ofDays(1)));
        assertThat(catalog.require(video).loss()).isEmpty();
        assertThat(upkeep.dropOriginal(video)).isTrue();
        assertThat(catalog.require(video).loss()).contains(OriginalLoss.DROPPED);
        assertThat(pictures(video)).contains("720p");
        assertThat(use(video).get(0).path("original").asText()).isEqualTo("dropped");
        unwatched.reduce(video, Instant.now().plus(Duration.ofDays(1)));
        assertThat(pictures(video)).as("they could not be made again").contains("720p");
        Visitor.Answer anew = orderAnew(video);
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.json().path("detail").asText()).contains("dropped by this site's policy");
        assertThat(key).startsWith("originals/");
    }

    @Test
    void aReducedVideoKeepsItsOriginal() {
        VideoId video = done();
        unwatched.reduce(video, Instant.now().plus(Duration.ofDays(1)));
        transactions.run(tx -> catalog.forgetReplaced(tx, video)); // as the hours after it do
        assertThat(upkeep.dropOriginal(video)).isFalse();
        assertThat(catalog.require(video).loss()).isEmpty();
    }

    @Test
    void refusedFilesGoAfterAWhileAndGiveTheirQuotaBack() {
        VideoId video = upload(UploadClient.noise(5_000, 11));
        await("refusal", LIMIT, () -> catalog.require(video).state() instanceof VideoState.Failed);
        JsonNode status = UploadClient.json(user.get("/api/v1/videos/" + video + "/status"));
        assertThat(Instant.parse(status.path("file_kept_until").asText()))
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
        refused.run();
        assertThat(catalog.require(video).loss()).isEmpty();
        refused.drop(Instant.now().plus(Duration.ofDays(1)));
        await(
                "quota",
                LIMIT,
                () -> UploadClient.json(user.get("/api/v1/me"))
                                .path("storage")
                                .path("used_bytes")
                                .asLong(-1)
                        == 0);
        await("the file is gone", LIMIT, () -> {
            try (var left = objects.list("originals/" + video + "/")) {
                return left.findAny().isEmpty();
            }
        });
        assertThat(UploadClient.json(user.get("/api/v1/videos/" + video + "/status"))
                        .path("file_kept_until")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/storage",
                "/api/v1/admin/storage/users",
                "/api/v1/admin/storage/users/0000000000000/videos",
                "/api/v1/admin/integrity",
                "/api/v1/admin/reencode"
            })
    void onlyAdministratorsLook(String path) {
        assertThat(Visitor.anonymous(site).get(path).status()).isEqualTo(401);
        assertThat(user.get(path).statusCode()).isEqualTo(403);
        assertThat(Visitor.of(site, Role.MODERATOR, jdbi).get(path).status()).isEqualTo(403);
        assertThat(admin.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAdministratorsAct(Role role) {
        Visitor visitor = Visitor.of(site, role, jdbi);
        int refusal = role == Role.ADMINISTRATOR ? 400 : 403;
        assertThat(visitor.post("/api/v1/admin/reencode", "{\"scope\": \"some\"}")
                        .status())
                .isEqualTo(refusal);
        assertThat(visitor.delete("/api/v1/admin/reencode/nothing").status())
                .isEqualTo(role == Role.ADMINISTRATOR ? 404 : 403);
        if (role != Role.ADMINISTRATOR) {
            assertThat(visitor.post("/api/v1/admin/integrity/check", "{}").status())
                    .isEqualTo(403);
        }
    }
}
