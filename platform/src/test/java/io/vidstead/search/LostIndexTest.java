package io.vidstead.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.Await;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index comes back by itself, and when an administrator asks. */
@PlatformTest
class LostIndexTest extends SearchVisits {

    @Inject
    Settings.Data data;

    @Test
    void aDeletedFolderHealsWhileTheSiteServes() throws IOException {
        VideoId video = film("Lasting " + word, "", "en");
        awaitFound(video, word);
        deleteAll(data.dir().resolve("search"));
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

    /** As {@code rm -rf} does, beside a server that writes into the folder and deletes in it. */
    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                try {
                    Files.deleteIfExists(visited);
                } catch (DirectoryNotEmptyException _) {
                    // something was written into it meanwhile
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
