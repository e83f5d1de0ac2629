package io.vidstead.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.UploadedFilm;
import io.vidstead.testing.Visitor;
import io.vidstead.uploads.UploadClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** kill -9 of the server while it counts views. */
@ProcessTest
class ViewCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int VIEWERS = 20;

    @Test
    void viewsAreCountedOnceEachHoweverTheServerEnds() {
        Path data = ServerProcess.freshData("views");
        Audience audience;
        try (ServerProcess server = ServerProcess.start(data)) {
            URI site = URI.create(server.url());
            audience = new Audience(site, UploadedFilm.of(UploadClient.register(site)));
            for (int viewer = 0; viewer < VIEWERS; viewer++) {
                audience.beat(viewer);
            }
            // Who came first has played enough as soon as this is counted, and all others a moment later.
            Await.await("the first view", LIMIT, () -> {
                audience.beat(0);
                return audience.views() == 1;
            });
            Await.await("the last view", LIMIT, () -> {
                audience.beat(VIEWERS - 1);
                return audience.views() == 2;
            });
            for (int viewer = 1; viewer < VIEWERS - 1; viewer++) {
                audience.beat(viewer);
            }
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            Audience again = audience.at(URI.create(server.url()));
            Await.await("all views", LIMIT, () -> again.views() >= VIEWERS);
            // Their players go on, and one more comes: it alone is counted.
            Await.await("the late view", LIMIT, () -> {
                again.beat(0);
                again.beat(VIEWERS);
                return again.views() > VIEWERS;
            });
            assertThat(again.views()).isEqualTo(VIEWERS + 1);
        }
    }

    /** Anonymous viewers of one address, told apart by their browsers. */
    private record Audience(URI site, String video) {

        Audience at(URI address) {
            return new Audience(address, video);
        }

        /** Returns once the heartbeat was taken: an address may not send them too fast. */
        void beat(int viewer) {
            Await.await("a heartbeat to be taken", LIMIT, () -> {
                Visitor.Answer answer = Visitor.anonymous(site)
                        .post("/api/v1/videos/" + video + "/views", """
                        {"session_id": "s", "played_seconds": 2, "position": 2, "ended": true}
                        """, "User-Agent", "browser " + viewer);
                assertThat(answer.status()).as(answer.toString()).isIn(202, 429);
                return answer.status() == 202;
            });
        }

        int views() {
            return Visitor.anonymous(site)
                    .get("/api/v1/videos/" + video)
                    .json()
                    .path("view_count")
                    .asInt();
        }
    }
}
