package io.vidstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the tests' servers need not do each: the cache of read and linked classes (JEP 483) with which they start in half the
 * time, and the data folder of a server that has run and was stopped before anybody came. Made once a built server, by the
 * first test that starts one. The cache lies beside the jars, under the launcher's name for it: it goes on with what was built.
 */
final class TrainedStart {

    private static final Duration ASSEMBLY = Duration.ofSeconds(120);
    private static final List<String> REQUESTS =
            List.of("/", "/api/v1/videos", "/api/v1/categories", "/api/v1/me", "/metrics", "/api/v1/videos/none");
    private static final String CACHE = System.getProperty("vidstead.server.cache", "start-tests.aot");

    private final Path cache;
    private final Path data;

    private TrainedStart(Path cache, Path data) {
        this.cache = cache;
        this.data = data;
    }

    static synchronized TrainedStart of(Path app) {
        String version = "fresh-data-" + lastModified(app.resolve("quarkus-run.jar"));
        TrainedStart start = new TrainedStart(app.resolve(CACHE), app.resolveSibling(version));
        if (!Files.exists(start.data)) {
            start.train(app);
        }
        return start;
    }

    private void train(Path app) {
        Path first = ServerProcess.emptyFolder("training");
        try (ServerProcess server =
                ServerProcess.launch(app, "-XX:AOTCacheOutput=" + cache, first, List.of(), Map.of())) {
            server.awaitReady();
            REQUESTS.forEach(server::status);
            Visitor.anonymous(URI.create(server.url())).post("/api/v1/auth/login", "{}");
            server.terminate(ASSEMBLY);
        }
        rename(first, data);
    }

    /** The JVM's option that uses the cache; where there is none, which is no failure, it changes nothing. */
    String option() {
        return "-XX:AOTCache=" + cache;
    }

    /** Into an empty folder; the unpacked programs are the same for all. */
    void copyData(Path target) {
        try (Stream<Path> parts = Files.list(data)) {
            for (Path part : parts.toList()) {
                Path copy = target.resolve(part.getFileName());
                if (part.endsWith("tools")) {
                    Files.createSymbolicLink(copy, part);
                } else {
                    copy(part, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that the file system knows of it: PostgreSQL asks who may read its files. */
    private static void copy(Path source, Path target) throws IOException {
        Process process = new ProcessBuilder("cp", "-a", source.toString(), target.toString())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("cp -a " + source + " " + target + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void rename(Path source, Path target) {
        try {
            Files.move(source, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
