package io.vidstead.search;

import static io.vidstead.uploads.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vidstead.engines.Await;
import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.UploadedFilm;
import io.vidstead.uploads.UploadClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** kill -9 of the server in the midst of commits of its search index; afterwards half of the index is lost as well. */
@ProcessTest
class SearchCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void whatWasSaidIsFoundHoweverTheServerEnds() {
        Path data = ServerProcess.freshData("search");
        UploadClient owner;
        String video;
        var renamed = new AtomicInteger();
        try (ServerProcess server = ServerProcess.start(data)) {
            owner = UploadClient.register(URI.create(server.url()));
            video = UploadedFilm.of(owner);
            renameUntilKilledInCommit(server, owner, video, renamed);
        }
        try (ServerProcess server = ServerProcess.start(data)) {
            owner = owner.at(URI.create(server.url()));
            assertFound(owner, video, renamed.get());
            renameUntilKilledInCommit(server, owner, video, renamed);
        }
        // What a loss of power does to files that were not yet on the disk.
        files(data.resolve("search")).forEach(SearchCrashIT::halve);
        try (ServerProcess server = ServerProcess.start(data)) {
            assertFound(owner.at(URI.create(server.url())), video, renamed.get());
        }
    }

    /** A commit of Lucene's is under way as long as a file is called pending. */
    private static void renameUntilKilledInCommit(
            ServerProcess server, UploadClient owner, String video, AtomicInteger renamed) {
        Thread renaming = Thread.ofVirtual().start(() -> renameWithoutEnd(owner, video, renamed));
        int before = renamed.get();
        server.killWhen(
                "a commit",
                () -> renamed.get() > before + 2
                        && files(server.data().resolve("search")).stream()
                                .anyMatch(file -> file.getFileName().toString().startsWith("pending_")));
        try {
            renaming.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void renameWithoutEnd(UploadClient owner, String video, AtomicInteger renamed) {
        try {
            while (true) {
                int next = renamed.get() + 1;
                int status = rename(owner, video, next);
                assertThat(status).isIn(200, 429);
                if (status == 200) {
                    renamed.set(next);
                }
            }
        } catch (UncheckedIOException _) {
            // the server is gone
        }
    }

    private static int rename(UploadClient owner, String video, int number) {
        return owner.send(
                        "PATCH",
                        "/api/v1/videos/" + video,
                        BodyPublishers.ofString("{\"title\": \"Harbour %s\"}".formatted(word(number))),
                        "Content-Type",
                        "application/json")
                .statusCode();
    }

    /** By its last title that was acknowledged, or one that was under way; by one before no more. */
    private static void assertFound(UploadClient owner, String video, int renamed) {
        Await.await("the video to be found", LIMIT, () -> finds(owner, video, "harbour"));
        Await.await(
                "the last title to be found",
                LIMIT,
                () -> finds(owner, video, word(renamed)) || finds(owner, video, word(renamed + 1)));
        Await.await("old titles to be forgotten", LIMIT, () -> !finds(owner, video, word(renamed - 1)));
    }

    private static boolean finds(UploadClient owner, String video, String word) {
        JsonNode first = json(owner.get("/api/v1/search?q=%22" + word + "%22"))
                .path("results")
                .path(0);
        return first.path("video_id").asText().equals(video);
    }

    /** A word of letters, none of which is like another by a typing error. */
    private static String word(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
                        .get(digit - '0'))
                .reduce("z", String::concat);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of(); // something went while it was looked at
        }
    }

    private static void halve(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
