package io.vidstead.storage;

import static io.vidstead.engines.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.RenditionRecord;
import io.vidstead.catalog.RenditionRecord.Kind;
import io.vidstead.catalog.VideoState;
import io.vidstead.kernel.MediaTools;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.processing.Clips;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** A film of two seconds on the site, its owner, and an administrator; anew for each test. */
abstract class StorageVisits {

    static final Duration LIMIT = Duration.ofMinutes(3);

    @TestHTTPResource("/")
    URI site;

    @Inject
    Catalog catalog;

    @Inject
    MediaTools media;

    @Inject
    Jdbi jdbi;

    @Inject
    Transactions transactions;

    UploadClient user;

    Visitor admin;

    byte[] film;

    @BeforeEach
    void prepare() {
        endRunsOfOthers();
        user = UploadClient.register(site);
        admin = Visitor.of(site, Role.ADMINISTRATOR, jdbi);
        film = new Clips(media.tools(), Path.of("target", "clips")).h264(2, 1280, 720);
    }

    /** Other tests order runs over films that are rows only, which nobody can encode: they never end, and stand in front. */
    private void endRunsOfOthers() {
        jdbi.useHandle(handle -> handle.execute("update reencode_runs set ended_at = now() where ended_at is null"));
    }

    VideoId upload(byte[] file) {
        HttpResponse<String> last = user.patch(user.tus(file.length), 0, file);
        assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
        return new VideoId(last.headers().firstValue("Vidstead-Video-Id").orElseThrow());
    }

    VideoId done() {
        VideoId video = upload(film);
        awaitDone(video);
        return video;
    }

    void awaitDone(VideoId video) {
        await("done", LIMIT, () -> catalog.require(video).state() instanceof VideoState.Done);
    }

    List<String> pictures(VideoId video) {
        return catalog.renditions(video).stream()
                .filter(rendition -> rendition.kind() == Kind.VIDEO)
                .map(RenditionRecord::name)
                .toList();
    }

    /** Orders the encoding of one video by the present settings. */
    Visitor.Answer orderAnew(VideoId video) {
        return admin.post("/api/v1/admin/reencode", """
                {"scope": "video", "video_id": "%s"}
                """.formatted(video));
    }
}
