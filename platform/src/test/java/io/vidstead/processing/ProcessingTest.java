package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.CountChange;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.VideoState;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StorageFullException;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.FrameRate;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.encode.LadderPlan;
import io.vidstead.media.encode.Rung;
import io.vidstead.media.encode.VideoCodec;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class ProcessingTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    ObjectStore objects;

    @Inject
    EventLog log;

    @Inject
    MediaTools media;

    @Inject
    Transactions transactions;

    @Inject
    ProcessingStore store;

    @Inject
    MuchWatchedJob muchWatched;

    @Inject
    PublishJob publish;

    @Inject
    Arrivals arrivals;

    @Inject
    LadderJob ladder;

    @Inject
    Steps steps;

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

    private JsonNode status(VideoId video) {
        return json(user.get("/api/v1/videos/" + video + "/status"));
    }

    private void awaitStage(VideoId video, String stage) {
        await(stage, LIMIT, () -> {
            String now = status(video).path("stage").asText();
            assertThat(now).isNotEqualTo(stage.equals("failed") ? "done" : "failed");
            return now.equals(stage);
        });
    }

    private List<String> names(VideoId video, Kind kind) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.kind() == kind)
                .map(RenditionRecord::name)
                .toList();
    }

    private List<ObjectKey> stored(String folder, VideoId video) {
        try (Stream<ObjectKey> keys = objects.list(folder + "/" + video + "/").map(object -> object.key())) {
            return keys.toList();
        }
    }

    @Test
    void anH264FilePlaysFromItsOwnStreamAndThenFromItsLadder() {
        VideoId video = upload(clips.h264(3, 1280, 720));
        await("playable", LIMIT, () -> status(video).path("playable").asBoolean());
        assertThat(status(video).path("status").asText()).isEqualTo("ready");
        awaitStage(video, "done");
        assertThat(names(video, Kind.VIDEO)).containsExactly("720p", "480p", "360p", "240p", "144p");
        assertThat(names(video, Kind.AUDIO)).hasSize(1);
        assertThat(catalog.thumbnails(video)).hasSize(3);
        var facts = catalog.require(video).facts().orElseThrow();
        assertThat(facts.width()).isEqualTo(1280);
        assertThat(facts.height()).isEqualTo(720);
        assertThat(facts.videoCodec()).isEqualTo("h264");
        assertThat(facts.duration()).isBetween(Duration.ofMillis(2900), Duration.ofMillis(3200));
        for (RenditionRecord rendition : catalog.renditions(video)) {
            assertThat(objects.stat(new ObjectKey(rendition.objectKey()))
                            .orElseThrow()
                            .size())
                    .isEqualTo(rendition.sizeBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasLookedIntoWhileItArrivedPlaysWithItsLastByte(boolean fragmented) {
        byte[] file = fragmented ? clips.fragmented(20, 640, 360) : clips.h264(20, 640, 360);
        String upload = user.tus(file.length);
        int most = file.length - 100_000;
        HttpResponse<String> first = user.patch(upload, 0, Arrays.copyOf(file, most));
        VideoId video =
                new VideoId(first.headers().firstValue("Vidstead-Video-Id").orElseThrow());
        await("looked into", LIMIT, () -> arrivals.ready(video));
        assertThat(status(video).path("stage").asText()).isEqualTo("uploading");
        assertThat(user.get("/media/" + video + "/master.m3u8").statusCode()).isEqualTo(404);

        user.patch(upload, most, Arrays.copyOfRange(file, most, file.length));
        assertThat(user.get("/media/" + video + "/master.m3u8").body()).contains("avc1", "mp4a");
        assertThat(status(video).path("playable").asBoolean()).isTrue();
        assertThat(catalog.require(video).facts().orElseThrow().duration())
                .isBetween(Duration.ofMillis(19_900), Duration.ofMillis(20_100));
        assertThat(catalog.renditions(video)).hasSize(2).allMatch(RenditionRecord::justInTime);
    }

    @Test
    void aLongVideoIsEncodedInChunksThatAreJoined() {
        VideoId video = upload(clips.h264(9, 640, 360));
        awaitStage(video, "done");
        assertThat(names(video, Kind.VIDEO)).containsExactly("360p", "240p", "144p");
        assertThat(names(video, Kind.AUDIO)).hasSize(1);
        assertThat(catalog.renditions(video)).allSatisfy(rendition -> {
            CmafIndex index = CmafIndex.fromJson(rendition.segmentIndex());
            assertThat(index.startTicks()).isZero();
            assertThat(index.durationSeconds()).isBetween(8.95, 9.05);
            assertThat(rendition.justInTime()).isFalse();
        });
        assertThat(stored("chunks", video)).isEmpty();
    }

    @Test
    void aFileWithoutSoundPlays() {
        VideoId video = upload(clips.h264WithoutSound(3));
        awaitStage(video, "done");
        assertThat(names(video, Kind.AUDIO)).isEmpty();
        assertThat(names(video, Kind.VIDEO)).contains("360p");
    }

    @Test
    void soundThatBrowsersDoNotPlayIsEncodedAlone() {
        VideoId video = upload(clips.h264WithMp3(3));
        awaitStage(video, "done");
        assertThat(catalog.renditions(video))
                .filteredOn(rendition -> rendition.kind() == Kind.AUDIO)
                .singleElement()
                .satisfies(audio -> assertThat(audio.codecs()).startsWith("mp4a.40"));
    }

    @Test
    void aFileThatBrowsersDoNotPlayGetsItsLowestUsefulRungFirst() {
        VideoId video = upload(clips.vp8(3));
        awaitStage(video, "done");
        assertThat(names(video, Kind.VIDEO)).containsExactly("360p", "240p", "144p");
        assertThat(names(video, Kind.AUDIO)).hasSize(1);
    }

    @Test
    void soundAlonePlaysWithItsWaveform() {
        VideoId video = upload(clips.soundOnly(5));
        awaitStage(video, "done");
        assertThat(names(video, Kind.VIDEO)).containsExactly("720p");
        assertThat(names(video, Kind.AUDIO)).hasSize(1);
        assertThat(catalog.thumbnails(video)).hasSize(3);
        JsonNode page = json(user.get("/api/v1/videos/" + video));
        assertThat(page.path("resolution").asText()).isEmpty();
        assertThat(page.path("duration").asInt()).isEqualTo(5);
        transactions.run(tx -> catalog.addCounts(tx, Map.of(video, CountChange.ofViews(1000))));
        assertThat(catalog.listWatchedWithout("av01", 1000, 10))
                .as("there is no picture to encode anew")
                .doesNotContain(video);
    }

    @Test
    void publicationHappensOnceHoweverOftenStepsRun() throws Exception {
        var published = new ConcurrentLinkedQueue<String>();
        try (var _ = log.consume(
                "test-" + UUID.randomUUID(),
                Set.of("video.published"),
                (_, events) -> events.forEach(event -> published.add(event.key())))) {
            VideoId video = upload(clips.h264(2, 640, 360));
            awaitStage(video, "done");
            List<RenditionRecord> before = catalog.renditions(video);
            publish.run(video.value());
            ladder.run(video.value());
            assertThat(catalog.renditions(video)).isEqualTo(before);
            assertThat(catalog.require(video).state()).isInstanceOf(VideoState.Done.class);
            await("the event", LIMIT, () -> published.contains(video.value()));
            assertThat(published).filteredOn(video.value()::equals).hasSize(1);
        }
    }

    @Test
    void onlyBeginsWithoutAnEndAreCounted() {
        VideoId video = upload(clips.h264(2, 640, 360));
        awaitStage(video, "done");
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> steps.run(video, _ -> {
                        assertThat(beginsOf(video)).isPositive();
                        throw new StorageFullException("no room", new IOException());
                    }))
                    .isInstanceOf(StorageFullException.class);
        }
        await("the last step", LIMIT, () -> beginsOf(video) == 0);
    }

    private int beginsOf(VideoId video) {
        return transactions.<Integer>read(
                handle -> handle.createQuery("select starts from processing where video_id = :video")
                        .bind("video", video.value())
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void whatAStepStoresOfAVideoThatWasDeletedMeanwhileGoes() throws Exception {
        VideoId video = upload(clips.h264(2, 640, 360));
        awaitStage(video, "done");
        var late = ObjectKey.of("processed", video.value(), "late.mp4");
        steps.run(video, _ -> {
            user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody());
            await("its files are gone", LIMIT, () -> stored("processed", video).isEmpty());
            objects.put(late, new ByteArrayInputStream(new byte[10]));
        });
        assertThat(stored("processed", video)).isEmpty();
    }

    @Test
    void aPlanIsKeptWhateverIsDecidedLater() {
        VideoId video = new VideoId("planned-onA");
        LadderPlan first = plan("balanced", "superfast");
        transactions.run(tx -> store.insert(tx, video, new ObjectKey("originals/x"), Instant.EPOCH));
        assertThat(transactions.<Optional<LadderPlan>>read(handle -> store.findPlan(handle, video)))
                .isEmpty();
        assertThat(transactions.<LadderPlan>call(tx -> store.keepPlan(tx, video, first)))
                .isEqualTo(first);
        assertThat(transactions.<LadderPlan>call(tx -> store.keepPlan(tx, video, plan("high", "medium"))))
                .isEqualTo(first);
        assertThat(transactions.<Optional<LadderPlan>>read(handle -> store.findPlan(handle, video)))
                .contains(first);
    }

    private static LadderPlan plan(String profile, String preset) {
        Rung rung = new Rung("360p", 640, 360, new FrameRate(30_000, 1001), VideoCodec.H264, 23, 800_000);
        var dropped = new LadderPlan.Dropped("240p", 240, LadderPlan.Reason.HARDLY_SMALLER);
        return new LadderPlan(profile, preset, List.of(rung), List.of(dropped), 12_345);
    }

    @Test
    void aVideoThatIsWatchedMuchIsOfferedInAv1Too() {
        VideoId video = upload(clips.h264(2, 640, 360));
        awaitStage(video, "done");
        muchWatched.run();
        assertThat(names(video, Kind.VIDEO)).containsExactly("360p", "240p", "144p");
        transactions.run(tx -> catalog.addCounts(tx, Map.of(video, CountChange.ofViews(1000))));
        muchWatched.run();
        await("AV1", LIMIT, () -> names(video, Kind.VIDEO).contains("360p-av1"));
        assertThat(names(video, Kind.VIDEO))
                .containsExactlyInAnyOrder("360p", "240p", "144p", "360p-av1", "240p-av1", "144p-av1");
        assertThat(catalog.listWatchedWithout("av01", 1000, 10)).doesNotContain(video);
        String master = user.get("/media/" + video + "/master.m3u8").body();
        assertThat(master).contains("CODECS=\"av01.0.", "CODECS=\"avc1.", "360p-av1.m3u8");
        assertThat(user.get("/media/" + video + "/manifest.mpd").body())
                .contains("codecs=\"av01.0.", "codecs=\"avc1.", "<BaseURL>144p-av1-");
    }

    @Test
    void aDeletedVideoLeavesNothingStored() {
        byte[] file = clips.h264(20, 640, 360);
        VideoId video = upload(file);
        await("playable", LIMIT, () -> status(video).path("playable").asBoolean());
        assertThat(stored("originals", video)).hasSize(1);
        HttpResponse<String> deleted = user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody());
        assertThat(deleted.statusCode()).isEqualTo(204);
        await(
                "its files are gone",
                LIMIT,
                () -> Stream.of("originals", "processed", "thumbnails")
                        .allMatch(folder -> stored(folder, video).isEmpty()));
        await(
                "its quota is back",
                LIMIT,
                () -> json(user.get("/api/v1/me"))
                                .path("storage")
                                .path("used_bytes")
                                .asLong(-1)
                        == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "NOISE, not_a_video",
        "PICTURE, image",
        "HLS, playlist",
        "DASH, playlist",
        "SVG, image",
        "PDF, not_a_video",
        "ZIP, not_a_video",
        "TRUNCATED, truncated"
    })
    void whatIsNoFilmIsRefusedWithAReason(String kind, String code) {
        byte[] file = switch (kind) {
            case "NOISE" -> UploadClient.noise(10_000, 1);
            case "PICTURE" -> clips.stillPicture();
            case "HLS" -> """
                        #EXTM3U
                        #EXT-X-TARGETDURATION:1
                        #EXTINF:1,
                        file:///etc/passwd
                        #EXT-X-ENDLIST
                        """.getBytes(StandardCharsets.US_ASCII);
            case "DASH" -> ascii("<?xml version='1.0'?><MPD><BaseURL>http://127.0.0.1:1/</BaseURL></MPD>");
            case "SVG" -> ascii("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>");
            case "PDF" -> ascii("%PDF-1.7 1 0 obj <<>> endobj");
            case "ZIP" -> ascii("PK\u0003\u0004\u0014");
            case "TRUNCATED" -> {
                byte[] whole = clips.h264WithoutSound(2); // its index is at the end
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            default -> throw new IllegalArgumentException(kind);
        };
        VideoId video = upload(file);
        awaitStage(video, "failed");
        JsonNode error = status(video).path("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("detail").asText()).isNotBlank().doesNotContain("/work", "/tmp", "originals");
        assertThat(status(video).path("playable").asBoolean()).isFalse();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
