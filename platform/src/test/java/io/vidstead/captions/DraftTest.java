package io.vidstead.captions;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.CaptionTracks;
import io.vidstead.catalog.Catalog;
import io.vidstead.engines.transcription.NoTranscriber;
import io.vidstead.engines.transcription.SpeechService;
import io.vidstead.engines.transcription.Transcriber;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Settings.Transcription.Automatic;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Clips;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Captions that a program writes: a small service that stands in for the real ones hears the video. */
@PlatformTest
class DraftTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI site;

    @Inject
    MediaTools media;

    @Inject
    Captions captions;

    @Inject
    Catalog catalog;

    @Inject
    CaptionTracks tracks;

    @Inject
    DraftStore store;

    @Inject
    DraftJob job;

    @Inject
    Jobs jobs;

    @Inject
    Transactions transactions;

    @Inject
    Transcriber transcriber;

    @Inject
    Clock clock;

    private Clips clips() {
        return new Clips(media.tools(), Path.of("target", "clips"));
    }

    private VideoId upload(UploadClient user, byte[] file) {
        HttpResponse<String> last = user.patch(user.tus(file.length), 0, file);
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        VideoId video =
                new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
        await("it plays", LIMIT, () -> catalog.require(video).state().playable());
        return video;
    }

    private static JsonNode order(UploadClient user, VideoId video, int status) {
        HttpResponse<String> answer = user.send(
                "POST",
                "/api/v1/videos/" + video + "/caption-draft",
                BodyPublishers.ofString("{\"language\": null}"),
                "Content-Type",
                "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return UploadClient.json(answer);
    }

    private static JsonNode drafting(UploadClient user, VideoId video) {
        return UploadClient.json(user.get("/api/v1/videos/" + video + "/caption-draft"));
    }

    private List<TimedWords> said(VideoId of) {
        return captions.transcripts(of).stream()
                .flatMap(transcript -> transcript.words().stream())
                .toList();
    }

    @Test
    void whatAProgramHearsIsLabelledUntilTheOwnerEditsIt() {
        UploadClient user = UploadClient.register(site);
        VideoId video = upload(user, clips().h264(3, 640, 360));
        assertThat(drafting(user, video).path("available").asBoolean()).isTrue();
        assertThat(order(user, video, 202).path("state").asText()).isEqualTo("waiting");
        await("the draft", LIMIT, () -> !said(video).isEmpty());

        JsonNode shown = UploadClient.json(user.get("/api/v1/videos/" + video))
                .path("captions")
                .path(0);
        assertThat(shown.path("automatic").asBoolean()).isTrue();
        assertThat(shown.path("label").asText()).isEqualTo("English (automatic)");
        JsonNode list = UploadClient.json(user.get("/api/v1/videos/" + video + "/captions"));
        assertThat(list.path("captions").path(0).path("model").asText()).isEqualTo(SpeechService.MODEL);
        assertThat(captions.transcripts(video)).allMatch(Transcript::automatic);
        assertThat(said(video).getLast().text()).isEqualTo("It <ends>.");
        await(
                "nothing left to do",
                LIMIT,
                () -> drafting(user, video).path("draft").isNull());

        HttpResponse<String> edited = user.send(
                "PUT",
                "/api/v1/videos/" + video + "/captions/en",
                BodyPublishers.ofString("{\"cues\": [{\"start\": 1, \"end\": 2, \"text\": \"Rightly heard\"}]}"),
                "Content-Type",
                "application/json");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        JsonNode own = UploadClient.json(edited).path("captions");
        assertThat(own.path("origin").asText()).isEqualTo("owner");
        assertThat(own.path("label").asText()).isEqualTo("English");
        assertThat(own.path("model").isNull()).isTrue();

        order(user, video, 202);
        await("heard again", LIMIT, () -> drafting(user, video).path("draft").isNull());
        assertThat(said(video)).extracting(TimedWords::text).containsExactly("Rightly heard");
    }

    @Test
    void aVideoWithoutSoundSaysSo() {
        UploadClient user = UploadClient.register(site);
        VideoId video = upload(user, clips().h264WithoutSound(3));
        order(user, video, 202);
        await(
                "a reason",
                LIMIT,
                () -> drafting(user, video)
                        .path("draft")
                        .path("reason")
                        .asText()
                        .equals("no_sound"));
        assertThat(UploadClient.register(site)
                        .get("/api/v1/videos/" + video + "/caption-draft")
                        .statusCode())
                .isEqualTo(403);
        finished(transcriber, Automatic.AUTO, video);
        assertThat(isWaiting(video))
                .as("a service is there, nothing is written")
                .isTrue();
    }

    @Test
    void draftsAreMadeUnaskedOnlyWhereTheSiteWantsThem() {
        UploadClient user = UploadClient.register(site);
        VideoId video = upload(user, clips().h264WithoutSound(3));
        finished(transcriber, Automatic.NEVER, video);
        assertThat(isWaiting(video)).isFalse();
        finished(new NoTranscriber("none"), Automatic.ALWAYS, video);
        assertThat(isWaiting(video)).isFalse();
        user.send(
                "POST",
                "/api/v1/videos/" + video + "/captions?language=en",
                BodyPublishers.ofString("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n"),
                "Content-Type",
                "text/vtt");
        finished(transcriber, Automatic.ALWAYS, video);
        assertThat(isWaiting(video)).as("it has captions").isFalse();
    }

    private void finished(Transcriber with, Automatic automatic, VideoId video) {
        new Drafts(
                        with,
                        new Settings.Transcription(Optional.empty(), automatic),
                        tracks,
                        store,
                        job,
                        jobs,
                        transactions,
                        clock)
                .finished(catalog.require(video));
    }

    private boolean isWaiting(VideoId video) {
        return transactions.read(handle -> store.find(handle, video)).isPresent();
    }
}
