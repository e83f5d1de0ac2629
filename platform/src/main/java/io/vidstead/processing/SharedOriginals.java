package io.vidstead.processing;

import io.vidstead.engines.objects.LocalObjects;
import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.engines.objects.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Originals for the pieces of a video, which follow each other on a worker: the stored file itself where the store has it on this
 * machine, else a copy that is fetched once and stays for a while. At most one copy rests that nobody uses.
 */
@ApplicationScoped
class SharedOriginals {

    private final ObjectStore objects;
    private final Scratch scratch;
    private final Map<ObjectKey, Copy> copies = new HashMap<>();
    private long uses;

    SharedOriginals(ObjectStore objects, Scratch scratch) {
        this.objects = objects;
        this.scratch = scratch;
    }

    /** An original that stays where it is until this is closed. */
    interface Use extends AutoCloseable {
        Path path();

        @Override
        void close();
    }

    private record Stored(Path path) implements Use {
        @Override
        public void close() {}
    }

    private static final class Copy {
        private final ReentrantLock fetching = new ReentrantLock();
        private Scratch.@Nullable Folder folder;
        private int users;
        private long lastUse;
    }

    /** @throws IOException when it cannot be had; also when it is damaged */
    Use use(ObjectKey key) throws IOException {
        if (objects instanceof LocalObjects local) {
            return new Stored(local.localPath(key).orElseThrow(() -> new IOException("there is no object " + key)));
        }
        Copy copy = take(key);
        try {
            Path file = fetched(key, copy);
            return new Use() {
                @Override
                public Path path() {
                    return file;
                }

                @Override
                public void close() {
                    giveBack(copy);
                }
            };
        } catch (IOException | RuntimeException e) {
            giveBack(copy);
            throw e;
        }
    }

    private synchronized Copy take(ObjectKey key) {
        Copy copy = copies.computeIfAbsent(key, _ -> new Copy());
        copy.users++;
        copy.lastUse = ++uses;
        return copy;
    }

    private Path fetched(ObjectKey key, Copy copy) throws IOException {
        copy.fetching.lock();
        try {
            Scratch.Folder present = copy.folder;
            if (present != null) {
                return present.path().resolve("original");
            }
            Scratch.Folder folder = scratch.folder("original");
            try (InputStream content =
                    objects.open(key).orElseThrow(() -> new IOException("there is no object " + key))) {
                Files.copy(content, folder.path().resolve("original"));
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
            copy.folder = folder;
            return folder.path().resolve("original");
        } finally {
            copy.fetching.unlock();
        }
    }

    private synchronized void giveBack(Copy copy) {
        copy.users--;
        List<Map.Entry<ObjectKey, Copy>> resting = copies.entrySet().stream()
                .filter(each -> each.getValue().users == 0)
                .sorted(Comparator.comparingLong(each -> -each.getValue().lastUse))
                .toList();
        resting.stream().skip(1).forEach(each -> {
            Scratch.Folder folder = each.getValue().folder;
            if (folder != null) {
                folder.close();
            }
            copies.remove(each.getKey());
        });
    }
}
