package io.vidstead.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vidstead.engines.database.EmbeddedPostgres;
import io.vidstead.engines.transcription.SpeechService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fresh data folder and one embedded PostgreSQL for all {@code @QuarkusTest} classes of a run. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres database;
    private @Nullable SpeechService speech;

    @Override
    public Map<String, String> start() {
        Path data = fresh();
        EmbeddedPostgres started = EmbeddedPostgres.start(
                data.resolve("database"),
                EmbeddedPostgres.Options.of(sharedTools().resolve("postgresql")));
        database = started;
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.jdbc.url", started.jdbcUrl());
        properties.put("quarkus.datasource.username", started.username());
        properties.put("quarkus.datasource.password", started.password());
        properties.put("vidstead.data.dir", data.toString());
        properties.put("vidstead.processing.chunk", "4s"); // films of 8 s are long here
        properties.put("vidstead.processing.preset", "ultrafast"); // how well they are encoded is the media library's
        properties.put("vidstead.registration.per-hour", "100000"); // all tests come from one address
        properties.put("vidstead.uploads.per-hour", "60"); // reached within a test, and by no other
        properties.put("vidstead.push.private-endpoints", "true"); // the push service of the tests is on this machine
        SpeechService service = listening();
        speech = service;
        properties.put("vidstead.transcription.url", service.base().toString());
        properties.put("vidstead.transcription.key", SpeechService.KEY);
        properties.put("vidstead.transcription.private-network", "true");
        properties.put("vidstead.transcription.automatic", "never"); // tests that want drafts ask for them
        return properties;
    }

    private static SpeechService listening() {
        try {
            return new SpeechService();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (speech != null) {
            speech.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /** Programs are unpacked once for all test runs of this checkout. */
    static Path sharedTools() {
        return Path.of("target", "test-tools").toAbsolutePath();
    }

    private static Path fresh() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            return Files.createTempDirectory(parent, "platform-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
