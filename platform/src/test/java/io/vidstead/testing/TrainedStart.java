package io.vidstead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The cache of read and linked classes (JEP 483) with which the tests' servers start in half the time. Made once a built
 * server, by the first test that starts one; the launcher does the same for people.
 */
final class TrainedStart {

    private static final Duration ASSEMBLY = Duration.ofSeconds(120);

    private TrainedStart() {}

    /** The JVM's option that uses the cache. Without one, which is no failure, an option that changes nothing. */
    static synchronized String option(Path app) {
        Path cache = app.resolve("tests-" + lastModified(app.resolve("quarkus-run.jar")) + ".aot");
        if (!Files.exists(cache)) {
            train(app, cache);
        }
        return "-XX:AOTCache=" + cache;
    }

    private static void train(Path app, Path cache) {
        Path data = ServerProcess.freshData("training");
        try (ServerProcess server =
                ServerProcess.launch(app, "-XX:AOTCacheOutput=" + cache, data, List.of(), Map.of())) {
            server.awaitReady();
            server.status("/api/v1/videos");
            server.terminate(ASSEMBLY);
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
