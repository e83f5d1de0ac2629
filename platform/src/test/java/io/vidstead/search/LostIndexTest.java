package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.engines.DurableFiles;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The index comes back by itself, and when an administrator asks. */
@PlatformTest
class LostIndexTest extends SearchVisits {

    @Inject
    Settings.Data data;

    @Test
    void aDeletedFolderHealsWhileTheSiteServes() {
        VideoId video = film("Lasting " + word, "", "en");
        awaitFound(video, word);
        // The server writes into it meanwhile, and deletes in it.
        Await.until("the folder to go", () -> {
            DurableFiles.deleteTree(data.dir().resolve("search"));
            return true;
        });
        String later = word();
        VideoId next = film("Later " + later, "", "en");
        awaitFound(next, later);
        awaitFound(video, word);
        Await.until("the folder is there", () -> Files.isDirectory(data.dir().resolve("search")));
    }

    @Test
    void anAdministratorHasItBuiltAnew() {
        VideoId video = film("Rebuilt " + word, "", "en");
        awaitFound(video, word);
        Visitor administrator = administrator();
        assertThat(administrator.post("/api/v1/admin/search/rebuild", "").status())
                .isEqualTo(202);
        Await.until("it is found", () -> {
            assertThat(found(word)).as("it answers all the time").containsExactly(video.value());
            var status = administrator.get("/api/v1/admin/search").json();
            return status.path("state").asText().equals("complete")
                    && status.path("entries").asLong() > 0;
        });
        assertThat(found(word)).containsExactly(video.value());
        assertThat(owner.post("/api/v1/admin/search/rebuild", "").status()).isEqualTo(403);
        assertThat(anonymous.get("/api/v1/admin/search").status()).isEqualTo(401);
    }
}
