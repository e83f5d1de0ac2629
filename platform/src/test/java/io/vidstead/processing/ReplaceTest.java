package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Original;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ReplaceTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    ObjectStore objects;

    @Inject
    MediaTools media;

    @Inject
    TidyJob tidy;

    @Inject
    FinishJob finish;

    @Inject
    LadderJob ladder;

    @Inject
    Steps steps;

    @Inject
    ProcessingStore store;

    @Inject
    Transactions transactions;

    private UploadClient user;
    private Clips clips;

    @BeforeEach
    void prepare() {
        user = UploadClient.register(site);
        clips = new Clips(media.tools(), Path.of("target", "clips"));
    }

    private VideoId upload(byte[] file) {
        HttpResponse<String> last = user.patch(user.tus(file.length), 0, file);
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        return new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
    }

    private HttpResponse<String> initiate(UploadClient client, VideoId video, long size) {
        return client.postJson("/api/v1/videos/upload/initiate", """
                {"replaces": "%s", "file_size": %d, "file_type": "video/mp4", "file_name": "new.mp4"}
                """.formatted(video, size));
    }

    /** By the chunk API. */
    private void replace(VideoId video, byte[] file) {
        HttpResponse<String> initiated = initiate(user, video, file.length);
        assertThat(initiated.statusCode()).as(initiated.body()).isEqualTo(201);
        assertThat(json(initiated).path("video_id").asText()).isEqualTo(video.value());
        String upload = json(initiated).path("upload_id").asText();
        assertThat(user.chunk(upload, 0, file, file.length).statusCode()).isEqualTo(200);
        assertThat(user.complete(upload).statusCode()).isEqualTo(200);
    }

    private JsonNode replacement(VideoId video) {
        return json(user.get("/api/v1/videos/" + video + "/replacement")).path("replacement");
    }

    private JsonNode page(VideoId video) {
        return json(user.get("/api/v1/videos/" + video));
    }

    private void awaitStage(VideoId video, String stage) {
        await(stage, LIMIT, () -> page(video).path("stage").asText().equals(stage));
    }

    private void awaitUsed(long bytes) {
        await(
                bytes + " bytes are used",
                LIMIT,
                () -> json(user.get("/api/v1/me"))
                                .path("storage")
                                .path("used_bytes")
                                .asLong(-1)
                        == bytes);
    }

    private List<String> stored(String folder, VideoId video) {
        try (Stream<String> keys = objects.list(folder + "/" + video + "/")
                .map(object -> object.key().value())) {
            return keys.sorted().toList();
        }
    }

    private int media(VideoId video, String file) {
        return user.get("/media/" + video + "/" + file).statusCode();
    }

    @Test
    void aNewFilePlaysInTheOldOnesPlaceAndTheOldOneGoesLater() {
        byte[] old = clips.h264(2, 640, 360);
        byte[] fresh = clips.vp8(3);
        VideoId video = upload(old);
        awaitStage(video, "done");
        String title = page(video).path("title").asText();
        List<RenditionRecord> before = catalog.renditions(video);
        List<String> pictures = stored("thumbnails", video);
        String original = catalog.require(video).original().orElseThrow().objectKey();

        replace(video, fresh);
        await("the new file plays", LIMIT, () -> page(video).path("duration").asInt() == 3);
        assertThat(replacement(video).isNull()).isTrue();
        assertThat(page(video).path("title").asText()).isEqualTo(title);
        awaitStage(video, "done");

        List<RenditionRecord> after = catalog.renditions(video);
        assertThat(after).filteredOn(r -> r.kind() == Kind.VIDEO).hasSizeGreaterThan(1);
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(catalog.thumbnails(video)).hasSize(3);
        assertThat(catalog.thumbnails(video)).noneMatch(picture -> pictures.contains(picture.objectKey()));
        assertThat(before).allMatch(r -> media(video, r.fileName()) == 200, "players that began before play on");
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).contains("360p");
        awaitUsed(fresh.length);

        tidy.run(video.value());
        assertThat(before).allMatch(r -> media(video, r.fileName()) == 404, "nobody is served the old file");
        assertThat(stored("originals", video)).hasSize(1).doesNotContain(original);
        assertThat(stored("processed", video))
                .containsExactlyInAnyOrderElementsOf(
                        after.stream().map(RenditionRecord::objectKey).toList());
        assertThat(stored("thumbnails", video)).hasSize(3).doesNotContainAnyElementsOf(pictures);
    }

    @Test
    void aRefusedNewFileLeavesTheVideoAsItIsAndSaysWhy() {
        byte[] old = clips.h264(2, 640, 360);
        VideoId video = upload(old);
        awaitStage(video, "done");
        List<RenditionRecord> before = catalog.renditions(video);

        replace(video, UploadClient.noise(10_000, 7));
        await("refusal", LIMIT, () -> replacement(video).path("status").asText().equals("refused"));
        JsonNode refused = replacement(video);
        assertThat(refused.path("error").path("code").asText()).isEqualTo("not_a_video");
        assertThat(refused.path("error").path("detail").asText()).isNotBlank();
        assertThat(catalog.renditions(video)).isEqualTo(before);
        assertThat(page(video).path("stage").asText()).isEqualTo("done");
        awaitUsed(old.length);
        await("its bytes are gone", LIMIT, () -> stored("originals", video).size() == 1);

        HttpResponse<String> dismissed =
                user.send("DELETE", "/api/v1/videos/" + video + "/replacement", BodyPublishers.noBody());
        assertThat(dismissed.statusCode()).isEqualTo(204);
        assertThat(replacement(video).isNull()).isTrue();
    }

    @Test
    void onlyTheOwnerReplacesAndOneFileAtATime() {
        byte[] old = clips.h264(2, 640, 360);
        VideoId video = upload(old);
        await("playable", LIMIT, () -> catalog.require(video).state().playable());

        UploadClient stranger = UploadClient.register(site);
        assertThat(initiate(stranger, video, 1000).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/videos/" + video + "/replacement").statusCode())
                .isEqualTo(403);
        assertThat(UploadClient.anonymous(site)
                        .get("/api/v1/videos/" + video + "/replacement")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> detailed = user.postJson("/api/v1/videos/upload/initiate", """
                {"replaces": "%s", "title": "Another", "file_size": 1000}
                """.formatted(video));
        assertThat(json(detailed).path("code").asText()).isEqualTo("details_of_replaced");
        assertThat(json(user.postJson("/api/v1/videos/upload/initiate", """
                                {"replaces": "nothing", "file_size": 1000}
                                """))
                        .path("code")
                        .asText())
                .isEqualTo("video_not_found");

        String metadata = "replaces " + base64(video.value()) + ",filename " + base64("new.mp4");
        HttpResponse<String> tus = user.send(
                "POST",
                "/api/v1/tus",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "1000",
                "Upload-Metadata",
                metadata);
        assertThat(tus.statusCode()).as(tus.body()).isEqualTo(201);
        assertThat(replacement(video).path("status").asText()).isEqualTo("uploading");
        assertThat(json(initiate(user, video, 1000)).path("code").asText()).isEqualTo("replacement_under_way");
        awaitUsed(old.length + 1000);

        HttpResponse<String> ended = user.send(
                "DELETE",
                tus.headers().firstValue("Location").orElseThrow(),
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0");
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(replacement(video).isNull()).isTrue();
        assertThat(catalog.require(video).state().playable()).isTrue();
        awaitUsed(old.length);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aVideoThatNeverPlayedBeginsAnewWithTheNewFile() {
        VideoId video = upload(UploadClient.noise(5_000, 3));
        awaitStage(video, "failed");
        byte[] fresh = clips.h264(2, 640, 360);
        replace(video, fresh);
        awaitStage(video, "done");
        awaitUsed(fresh.length);
    }

    @Test
    void whatAStepMadeOfTheOldFileIsNotTaken() {
        VideoId video = upload(clips.h264(2, 640, 360));
        awaitStage(video, "done");
        Original old = catalog.require(video).original().orElseThrow();
        assertThatThrownBy(() -> steps.run(video, work -> {
                    transactions.run(tx -> store.setOriginal(
                            tx,
                            video,
                            ObjectKey.of("originals", video.value(), "other"),
                            Clock.systemUTC().instant()));
                    steps.commit(tx -> catalog.advance(tx, video, new VideoState.Encoding(true)));
                }))
                .hasMessageContaining("was replaced");
        assertThat(catalog.require(video).state()).isInstanceOf(VideoState.Done.class);
        assertThat(catalog.require(video).original()).contains(old);
    }

    @Test
    void whatIsFinishedOfAnOldFileDoesNotEndAVideoWithoutItsLadder() throws Exception {
        VideoId video = upload(clips.h264(2, 640, 360));
        awaitStage(video, "done");
        transactions.run(tx -> catalog.advance(tx, video, new VideoState.Encoding(true)));
        finish.run(video.value());
        assertThat(catalog.require(video).state()).isInstanceOf(VideoState.Encoding.class);
        ladder.run(video.value());
        awaitStage(video, "done");
    }
}
