package io.vidstead.storage;

import static io.vidstead.testing.ServerProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hypersistence.tsid.TSID;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.CaptionTrack;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.OriginalLoss;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Clips;
import io.vidstead.processing.Upkeep;
import io.vidstead.testing.Films;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class StorageTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    ObjectStore objects;

    @Inject
    MediaTools media;

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    @Inject
    Scrub scrub;

    @Inject
    ScrubStore passes;

    @Inject
    Reencoding reencoding;

    @Inject
    ReencodeStore store;

    @Inject
    Films films;

    @Inject
    DropRefused refused;

    @Inject
    DropOriginals originals;

    @Inject
    DropUnwatched unwatched;

    @Inject
    Upkeep upkeep;

    @Inject
    Derivatives derivatives;

    private UploadClient user;
    private Visitor admin;
    private byte[] film;

    @BeforeEach
    void prepare() {
        user = UploadClient.register(site);
        admin = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        film = new Clips(media.tools(), Path.of("target", "clips")).h264(2, 1280, 720);
    }

    private VideoId upload(byte[] file) {
        HttpResponse<String> last = user.patch(user.tus(file.length), 0, file);
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        return new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
    }

    private VideoId done() {
        VideoId video = upload(film);
        awaitDone(video);
        return video;
    }

    private void awaitDone(VideoId video) {
        await("done", LIMIT, () -> catalog.require(video).state() instanceof VideoState.Done);
    }

    private List<String> pictures(VideoId video) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.kind() == Kind.VIDEO)
                .map(RenditionRecord::name)
                .toList();
    }

    private RenditionRecord rendition(VideoId video, String name) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void flipABit(String key) throws IOException {
        Path file = ((LocalObjects) objects).localPath(new ObjectKey(key)).orElseThrow();
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            long middle = content.length() / 2;
            content.seek(middle);
            int before = content.read();
            content.seek(middle);
            content.write(before ^ 1);
        }
    }

    private static ScrubPass pass() {
        return new ScrubPass(0, "", 0, 0, 0, Instant.EPOCH, Optional.empty());
    }

    private JsonNode damage(String key) {
        for (JsonNode damage : admin.get("/api/v1/admin/integrity").json().path("damages")) {
            if (damage.path("file").asText().equals(key)) {
                return damage;
            }
        }
        throw new AssertionError("no damage of " + key);
    }

    private JsonNode use(VideoId video) {
        String owner = catalog.require(video).owner().toString();
        return admin.get("/api/v1/admin/storage/users/" + owner + "/videos")
                .json()
                .path("videos");
    }

    @Test
    void aDamagedRenditionIsMadeAgainAndADamagedOriginalIsReportedAndNeverServedAsWhole() throws Exception {
        VideoId video = done();
        RenditionRecord damaged = rendition(video, "360p");
        flipABit(damaged.objectKey());
        ScrubPass read = scrub.read(pass(), video);
        assertThat(read.damaged()).isEqualTo(1);
        assertThat(read.files()).isGreaterThan(6);
        assertThat(user.get("/media/" + video + "/" + damaged.fileName()).statusCode())
                .as("nobody gets the damaged file")
                .isEqualTo(404);
        awaitDone(video);
        RenditionRecord again = rendition(video, "360p");
        assertThat(again.fileName()).isNotEqualTo(damaged.fileName());
        assertThat(user.get("/media/" + video + "/" + again.fileName()).statusCode())
                .isEqualTo(200);
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).contains("360p.m3u8");
        await(
                "the report",
                LIMIT,
                () -> damage(damaged.objectKey()).path("state").asText().equals("repaired"));
        assertThat(scrub.read(pass(), video).damaged()).as("all is well").isZero();

        String original = catalog.require(video).original().orElseThrow().objectKey();
        flipABit(original);
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        assertThat(damage(original).path("state").asText()).isEqualTo("lost");
        assertThat(catalog.require(video).loss()).contains(OriginalLoss.DAMAGED);
        assertThat(objects.stat(new ObjectKey(original))).as("it is withdrawn").isEmpty();
        assertThat(pictures(video)).contains("720p", "360p");
        Visitor.Answer anew = admin.post("/api/v1/admin/reencode", """
                {"scope": "video", "video_id": "%s"}
                """.formatted(video));
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.code()).isEqualTo("no_original");
        assertThat(admin.get("/metrics").text()).contains("vidstead_scrub_damaged_total");
    }

    private Optional<DerivativeRecord> sheet(VideoId video) {
        return derivatives.find(video).file(DerivativeRecord.Kind.STORYBOARD_SHEET);
    }

    @Test
    void damagedPicturesAreTakenAgain() throws Exception {
        VideoId video = done();
        var still = catalog.thumbnails(video).getFirst();
        flipABit(still.objectKey());
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        await("pictures", LIMIT, () -> catalog.thumbnails(video).size() == 3);
        assertThat(catalog.thumbnails(video))
                .noneMatch(picture -> picture.objectKey().equals(still.objectKey()));
    }

    @Test
    void damagedCaptionsAreReadFromTheOriginalAgain() throws Exception {
        VideoId video = upload(new Clips(media.tools(), Path.of("target", "clips")).withWords());
        await("captions", LIMIT, () -> !derivatives.find(video).captions().isEmpty());
        CaptionTrack damaged = derivatives.find(video).captions().getFirst();
        flipABit(damaged.objectKey());
        assertThat(scrub.read(pass(), video).damaged()).isEqualTo(1);
        await("captions again", LIMIT, () -> !derivatives.find(video).captions().isEmpty());
        CaptionTrack again = derivatives.find(video).captions().getFirst();
        assertThat(again.name()).isEqualTo(damaged.name());
        assertThat(again.fileName()).isNotEqualTo(damaged.fileName());
        assertThat(user.get("/media/" + video + "/" + again.fileName()).body()).startsWith("WEBVTT");
        await(
                "the report",
                LIMIT,
                () -> damage(damaged.objectKey()).path("state").asText().equals("repaired"));
    }

    @Test
    void aPassGoesOnWhereItWasAndIsReported() throws Exception {
        assertThat(admin.post("/api/v1/admin/integrity/check", "{}").status()).isEqualTo(202);
        ScrubPass begun = transactions.read(passes::findRunning).orElseThrow();
        // As if all videos but those after the last possible id were read.
        transactions.run(tx -> passes.save(tx, begun.after("zzzzzzzzzzz", 5, 50, 0)));
        scrub.goOn(transactions.read(passes::findRunning).orElseThrow(), Instant.MAX);
        JsonNode report = admin.get("/api/v1/admin/integrity").json();
        assertThat(report.path("running").isNull()).isTrue();
        assertThat(report.path("last").path("files").asInt()).isGreaterThanOrEqualTo(5);
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
    void aVideoIsEncodedAnewBehindTheScenesAndPlaysOn() {
        VideoId video = done();
        List<RenditionRecord> before = catalog.renditions(video);
        String run = begin(video);
        await("the run is over", LIMIT, () -> {
            reencoding.run();
            assertThat(catalog.require(video).state().playable()).isTrue();
            return run(run).path("status").asText().equals("done");
        });
        assertThat(run(run).path("encoded").asInt()).isEqualTo(1);
        assertThat(run(run).path("seen").asInt()).isEqualTo(1);
        List<RenditionRecord> after = catalog.renditions(video);
        assertThat(after)
                .extracting(RenditionRecord::name)
                .containsExactlyElementsOf(
                        before.stream().map(RenditionRecord::name).toList());
        assertThat(after).filteredOn(r -> r.kind() == Kind.VIDEO).doesNotContainAnyElementsOf(before);
        assertThat(before)
                .allMatch(r -> user.get("/media/" + video + "/" + r.fileName()).statusCode() == 200);
        assertThat(upkeep.isOutdated(video)).isFalse();
    }

    @Test
    void aCancelledRunWhoseVideoIsStillBeingMadeKeepsNoOtherWaiting() {
        VideoId slow = films.playing(admin.id(), Films.titled("Slow", "public"));
        String cancelled = begin(slow);
        transactions.run(tx -> store.begin(tx, TSID.from(cancelled).toLong(), slow));
        admin.delete("/api/v1/admin/reencode/" + cancelled);

        String next = begin(slow);
        await("the next one is over", LIMIT, () -> {
            reencoding.run();
            return run(next).path("status").asText().equals("done");
        });
        assertThat(run(cancelled).path("ended_at").isNull()).isTrue();
        transactions.run(tx -> catalog.advance(tx, slow, new VideoState.Done()));
    }

    private String begin(VideoId video) {
        Visitor.Answer begun = admin.post("/api/v1/admin/reencode", """
                {"scope": "video", "video_id": "%s"}
                """.formatted(video));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return begun.json().path("run_id").asText();
    }

    private JsonNode run(String id) {
        for (JsonNode run : admin.get("/api/v1/admin/reencode").json().path("runs")) {
            if (run.path("run_id").asText().equals(id)) {
                return run;
            }
        }
        throw new AssertionError("no run " + id);
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
        Visitor.Answer anew = admin.post("/api/v1/admin/reencode", """
                {"scope": "video", "video_id": "%s"}
                """.formatted(video));
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.json().path("detail").asText()).contains("dropped by this site's policy");
        assertThat(key).startsWith("originals/");
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
