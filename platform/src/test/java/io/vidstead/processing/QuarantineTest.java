package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.vidstead.engines.objects.ObjectStore;
import io.vidstead.engines.objects.StoredObject;
import io.vidstead.engines.scan.ScannerUnavailableException;
import io.vidstead.engines.scan.VirusScanner;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the scanner says decides; without its word nothing is published. */
@PlatformTest
class QuarantineTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BAD = "this is bad";

    @TestHTTPResource("/")
    URI site;

    @Inject
    MediaTools media;

    @Inject
    ObjectStore objects;

    @Inject
    Jdbi jdbi;

    private final Scanner scanner = new Scanner();
    private UploadClient user;
    private byte[] film = new byte[0];

    /** Recognises one sentence; asks to be asked again {@code busy} times. */
    private static final class Scanner implements VirusScanner {
        private final AtomicInteger busy = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public Verdict scan(InputStream content) throws IOException {
            asked.incrementAndGet();
            if (busy.getAndDecrement() > 0) {
                throw new ScannerUnavailableException("busy");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains(BAD) ? new Verdict.Infected("Bad.Words-1") : new Verdict.Clean();
        }
    }

    @BeforeEach
    void prepare() {
        QuarkusMock.installMockForType(scanner, VirusScanner.class);
        user = UploadClient.register(site);
        film = new Clips(media.tools(), Path.of("target", "clips"))
                .h264(2, 640, 360); // begins with its index, so that it could be published as it comes
    }

    @Test
    void whatIsRecognisedIsPutAsideAndToldToAdministratorsOnly() {
        byte[] bad = BAD.getBytes(StandardCharsets.US_ASCII);
        byte[] infected = Arrays.copyOf(film, film.length + bad.length);
        System.arraycopy(bad, 0, infected, film.length, bad.length);
        VideoId video = upload(infected);
        await("failed", LIMIT, () -> status(video).path("status").asText().equals("failed"));
        assertThat(status(video).path("error").path("code").asText()).isEqualTo("infected");
        assertThat(status(video).path("error").path("detail").asText()).contains("Bad.Words-1");

        await("moved", LIMIT, () -> stored("originals", video) == 0);
        assertThat(stored("quarantine", video)).isEqualTo(1);
        for (String path :
                List.of("/media/%s/master.m3u8", "/media/quarantine/%s/original", "/quarantine/%s/original")) {
            assertThat(user.get(path.formatted(video)).statusCode()).isNotEqualTo(200);
        }

        assertThat(user.get("/api/v1/admin/quarantine").statusCode()).isEqualTo(403);
        assertThat(Visitor.anonymous(site).get("/api/v1/admin/quarantine").status())
                .isEqualTo(401);
        assertThat(listed(video)).isTrue();

        user.send("DELETE", "/api/v1/videos/" + video, BodyPublishers.noBody());
        await("gone", LIMIT, () -> stored("quarantine", video) == 0 && !listed(video));
    }

    @Test
    void aVideoWaitsForAScannerThatIsDown() {
        scanner.busy.set(1);
        VideoId video = upload(film);
        await("asked", LIMIT, () -> scanner.asked.get() > 0);
        assertThat(status(video).path("playable").asBoolean()).isFalse();
        assertThat(status(video).path("status").asText()).isEqualTo("processing");
        await("playable", LIMIT, () -> status(video).path("playable").asBoolean());
        assertThat(scanner.asked.get()).isGreaterThan(1);
    }

    /** Files that begin with their index are else published by the commit of their last byte. */
    @Test
    void whatArrivesInPartsIsScannedBeforeItIsPublished() {
        byte[] file = new Clips(media.tools(), Path.of("target", "clips")).h264(6, 1280, 720);
        String upload = user.tus(file.length);
        int most = file.length - 50_000;
        user.patch(upload, 0, Arrays.copyOf(file, most));
        var last = user.patch(upload, most, Arrays.copyOfRange(file, most, file.length));
        var video = new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
        await("playable", LIMIT, () -> status(video).path("playable").asBoolean());
        assertThat(scanner.asked.get()).isPositive();
    }

    private VideoId upload(byte[] file) {
        var last = user.patch(user.tus(file.length), 0, file);
        return new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
    }

    private JsonNode status(VideoId video) {
        return json(user.get("/api/v1/videos/" + video + "/status"));
    }

    private boolean listed(VideoId video) {
        var answer = Visitor.of(site, Role.ADMINISTRATOR, jdbi).get("/api/v1/admin/quarantine");
        return answer.json().path("entries").findValuesAsText("video_id").contains(video.value());
    }

    private long stored(String folder, VideoId video) {
        try (Stream<StoredObject> all = objects.list(folder + "/" + video + "/")) {
            return all.count();
        }
    }
}
