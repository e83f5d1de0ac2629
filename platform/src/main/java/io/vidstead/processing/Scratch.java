package io.vidstead.processing;

import io.quarkus.runtime.StartupEvent;
import io.vidstead.kernel.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Working folders of jobs. None outlives its job; those of a killed server go at its next start. */
@ApplicationScoped
class Scratch {

    private static final Logger LOG = Logger.getLogger(Scratch.class);

    private final Path root;

    Scratch(Settings.Data data) {
        this.root = data.dir().resolve("scratch").resolve("processing");
    }

    /** Before any job can run. */
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        delete(root);
    }

    Folder folder(String prefix) {
        try {
            Files.createDirectories(root);
            return new Folder(Files.createTempDirectory(root, prefix + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no working folder", e);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException _) {
            // gone already
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("could not delete %s: %s", path, e.getMessage());
        }
    }

    /** A folder that is deleted with all that is in it when it is closed. */
    record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() {
            delete(path);
        }
    }
}
