package io.vidstead.processing;

import static io.vidstead.engines.Await.await;
import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.corpus.Corpus;
import io.vidstead.media.corpus.HostileFile;
import io.vidstead.media.corpus.HostileFiles;
import io.vidstead.media.corpus.Trap;
import io.vidstead.testing.PlatformTest;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hostile files of the media library's tests, sent as anybody may send them. */
@PlatformTest
class HostileUploadTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** The media library tries all of them; here it is about what is made of its words. */
    private static final int OF_EACH_CODE = 3;

    @TempDir
    private static Path folder;

    @TestHTTPResource("/")
    URI site;

    @Inject
    MediaTools media;

    @Inject
    Settings.Data data;

    @Test
    void eachIsRefusedForWhatItIsAndLeavesNothingBehind() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.ts"), "a secret");
        Corpus corpus = new Corpus(media.tools(), Path.of("target", "corpus"));
        UploadClient user = UploadClient.register(site);
        Map<VideoId, HostileFile> sent = new LinkedHashMap<>();
        try (Trap trap = new Trap()) {
            Map<String, Integer> ofCode = new HashMap<>();
            for (HostileFile hostile : new HostileFiles(corpus, secret, trap.address()).all()) {
                boolean uploads = !Set.of(HostileFile.PLAYS, "empty_file").contains(hostile.expected());
                if (uploads && ofCode.merge(hostile.expected(), 1, Integer::sum) <= OF_EACH_CODE) {
                    sent.put(upload(user, hostile.maker().content()), hostile);
                }
            }
            SoftAssertions softly = new SoftAssertions();
            sent.forEach((video, hostile) -> {
                String path = "/api/v1/videos/" + video + "/status";
                await(
                        hostile.name(),
                        LIMIT,
                        () -> !json(user.get(path)).path("status").asText().equals("processing"));
                var error = json(user.get(path)).path("error");
                softly.assertThat(error.path("code").asText())
                        .as(hostile.name())
                        .isEqualTo(hostile.expected());
                softly.assertThat(error.path("detail").asText()).doesNotContain(folder.toString(), "secret", "http");
            });
            softly.assertThat(trap.visits()).isZero();
            softly.assertAll();
        }
        assertThat(sent).hasSizeGreaterThan(12);
        assertThat(user.get("/health/ready").statusCode()).isEqualTo(200);
        await("working folders are gone", LIMIT, () -> isEmpty("tools") && isEmpty("processing"));
    }

    private static VideoId upload(UploadClient user, byte[] file) {
        var last = user.patch(user.tus(file.length), 0, file);
        return new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
    }

    private boolean isEmpty(String scratch) {
        String[] left = data.dir().resolve("scratch").resolve(scratch).toFile().list();
        return left == null || left.length == 0;
    }
}
