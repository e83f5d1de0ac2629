package io.vidstead.app;

import io.vidstead.testing.ProcessTest;
import io.vidstead.testing.ServerProcess;
import io.vidstead.testing.UploadedFilm;
import io.vidstead.uploads.UploadClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the server, twice, while its consumers of events are at work: many change their minds about a video whose title
 * changes without end, and the search index has written what it has not committed, or is in the midst of a commit. Afterwards
 * half of the index is lost as well.
 */
@ProcessTest
class ConsumerCrashIT {

    private static final String[] SETTINGS = {"--registration.per-hour", "1000"};

    private static final Predicate<Path> WRITTEN =
            file -> name(file).startsWith("journal-") && file.toFile().length() > 0;

    /** A commit of Lucene's is under way as long as a file is called pending. */
    private static final Predicate<Path> COMMITTING = file -> name(file).startsWith("pending_");

    private final Path data = ServerProcess.freshData("consumers");

    @Test
    void countsAreExactAndWordsAreFoundHoweverTheServerEnds() {
        RestlessCrowd crowd;
        RenamedFilm film;
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            URI site = URI.create(server.url());
            UploadClient owner = UploadClient.register(site);
            String video = UploadedFilm.of(owner);
            crowd = RestlessCrowd.come(site, video);
            film = new RenamedFilm(owner, video);
            killAtWork(server, crowd, film, WRITTEN);
        }
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            URI site = URI.create(server.url());
            crowd = crowd.at(site);
            film = film.at(site);
            crowd.assertCountedExactly();
            film.assertFound();
            killAtWork(server, crowd, film, COMMITTING);
        }
        // What a loss of power does to files that were not yet on the disk.
        files(data.resolve("search")).forEach(ConsumerCrashIT::halve);
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            URI site = URI.create(server.url());
            crowd.at(site).assertCountedExactly();
            film.at(site).assertFound();
        }
    }

    private void killAtWork(ServerProcess server, RestlessCrowd crowd, RenamedFilm film, Predicate<Path> moment) {
        int likes = crowd.likes();
        List<Thread> busy =
                Stream.concat(crowd.click(), Stream.of(film.rename())).toList();
        Path index = data.resolve("search");
        server.killWhen(
                "the index is at work while counts move",
                () -> crowd.hasMovedFrom(likes)
                        && film.wasRenamed(2)
                        && files(index).stream().anyMatch(moment));
        busy.forEach(ConsumerCrashIT::join);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
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

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
