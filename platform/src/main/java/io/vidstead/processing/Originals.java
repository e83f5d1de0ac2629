package io.vidstead.processing;

import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gives programs an original as a file. */
@ApplicationScoped
class Originals {

    private final ObjectStore objects;

    Originals(ObjectStore objects) {
        this.objects = objects;
    }

    /** The stored file itself, where the store has it on this machine. */
    Optional<Path> find(ObjectKey key) {
        return objects instanceof LocalObjects local ? local.localPath(key) : Optional.empty();
    }

    /**
     * The stored file itself where the store has it on this machine, else a copy in the working folder.
     *
     * @throws IOException when it cannot be had; also when it is damaged
     */
    Path fetch(ObjectKey key, Scratch.Folder scratch) throws IOException {
        Optional<Path> path = find(key);
        if (path.isPresent()) {
            return path.get();
        }
        try (InputStream content = objects.open(key).orElseThrow(() -> new IOException("there is no object " + key))) {
            Path copy = scratch.path().resolve("original");
            Files.copy(content, copy);
            return copy;
        }
    }
}
