package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.DerivativeRecord;
import io.vidstead.catalog.Derivatives;
import io.vidstead.catalog.Derived;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class DerivativesTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Derivatives derivatives;

    @Inject
    ObjectStore objects;

    @Inject
    MediaTools media;

    @Inject
    DerivativesJob job;

    @Inject
    WordsJob words;

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

    private JsonNode page(VideoId video) {
        return json(user.get("/api/v1/videos/" + video));
    }

    private String sent(String address) {
        HttpResponse<String> answer = user.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private List<ObjectKey> stored(String folder, VideoId video) {
        try (Stream<ObjectKey> keys = objects.list(folder + "/" + video + "/").map(object -> object.key())) {
            return keys.toList();
        }
    }

    @Test
    void aVideoGetsAllThatBelongsToItAndLosesItWithItself() throws Exception {
        VideoId video = upload(clips.withWords());
        await("loudness, made last", LIMIT, () -> page(video).path("loudness").isObject());
        JsonNode page = page(video);

        String storyboard = page.path("storyboard_url").asText();
        String index = sent(storyboard);
        assertThat(index).startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nstoryboard-0-");
        String sheet =
                index.lines().filter(line -> line.contains("#")).findFirst().orElseThrow();
        String folder = storyboard.substring(0, storyboard.lastIndexOf('/') + 1);
        assertThat(user.get(folder + sheet.substring(0, sheet.indexOf('#')))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(user.get(page.path("preview_url").asText()).headers().firstValue("Content-Type"))
                .contains("video/mp4");

        assertThat(page.path("loudness").path("integrated_lufs").asDouble()).isCloseTo(-6, within(0.7));
        assertThat(page.path("loudness").path("gain_db").asDouble()).isCloseTo(-8, within(0.7));

        assertThat(page.path("chapters").toString())
                .isEqualTo("[{\"start\":0.0,\"title\":\"Begin <b>\"},{\"start\":4.0,\"title\":\"End\"}]");
        assertThat(sent(page.path("chapters_url").asText())).contains("Begin &lt;b&gt;");

        JsonNode captions = page.path("captions");
        assertThat(captions).hasSize(1);
        assertThat(captions.path(0).path("language").asText()).isEqualTo("de");
        assertThat(captions.path(0).path("label").asText()).isEqualTo("Deutsch");
        String written = sent(captions.path(0).path("url").asText());
        assertThat(written).contains("<i>Hallo</i>", "alert(1)").doesNotContain("<script");

        List<ObjectKey> before = stored(DerivativeRecord.FOLDER, video);
        Derived derived = derivatives.find(video);
        job.run(video.value());
        assertThat(stored(DerivativeRecord.FOLDER, video)).isEqualTo(before);
        words.run(video.value());
        assertThat(derivatives.find(video).chapters()).isEqualTo(derived.chapters());
        assertThat(derivatives.find(video).captions()).hasSize(1);

        assertThat(user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
        await(
                "its files are gone",
                LIMIT,
                () -> Stream.of(DerivativeRecord.FOLDER, "captions", "thumbnails")
                        .allMatch(each -> stored(each, video).isEmpty()));
    }

    @Test
    void whatCannotBeMadeLeavesTheVideoAsItIs() throws Exception {
        byte[] whole = clips.h264WithoutSound(3);
        VideoId video = upload(whole);
        await("the storyboard", LIMIT, () -> page(video).path("storyboard_url").isTextual());
        assertThat(page(video).path("loudness").isNull()).isTrue();
        assertThat(page(video).path("chapters")).isEmpty();
        assertThat(page(video).path("chapters_url").isNull()).isTrue();
        assertThat(page(video).path("captions")).isEmpty();
        for (ObjectKey original : stored("originals", video)) {
            objects.put(original, new java.io.ByteArrayInputStream(Arrays.copyOf(whole, 100)));
        }
        words.run(video.value());
        assertThat(page(video).path("status").asText()).isEqualTo("ready");
    }
}
