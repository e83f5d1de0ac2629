package io.vidstead.engines.objects;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store behind a guard: what it would not do now is a {@link StoreAwayException}. Full storage and damaged objects are
 * outcomes, not failures of the store: reading goes on, and so does everything else.
 *
 * <p>Reading from and into streams lasts as long as the other side takes and needs no place of the bulkhead.
 */
public class GuardedObjectStore implements ObjectStore, AutoCloseable {

    private static final Guard.Options OPTIONS = new Guard.Options(128, Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final ObjectStore store;
    private final Guard guard;

    GuardedObjectStore(ObjectStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    /**
     * With all abilities of the store.
     *
     * @throws IllegalArgumentException if it has others than the known engines
     */
    public static GuardedObjectStore of(ObjectStore store, Guards guards) {
        Guard guard = guards.create(
                "objects",
                OPTIONS,
                new Guard.Manner(
                        GuardedObjectStore::failed,
                        refused -> new StoreAwayException(String.valueOf(refused.getMessage()), refused)));
        boolean local = store instanceof LocalObjects;
        if (local != store instanceof StagingObjects || local != store instanceof Quarantine) {
            throw new IllegalArgumentException(store.getClass() + " has abilities that would be lost here");
        }
        return local ? new GuardedLocalStore(store, guard) : new GuardedObjectStore(store, guard);
    }

    private static boolean failed(Throwable e) {
        return e instanceof StorageException
                && !(e instanceof StorageFullException)
                && !(e instanceof CorruptObjectException)
                && !(e instanceof StageEndedException);
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content) throws IOException {
        return guard.<StoredObject, IOException>stream(() -> store.put(key, content));
    }

    @Override
    public StoredObject put(ObjectKey key, Path file) {
        return guard.call(() -> store.put(key, file));
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return guard.call(() -> store.stat(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return guard.call(() -> store.open(key));
    }

    @Override
    public Optional<InputStream> openRange(ObjectKey key, long offset, long length) {
        return guard.call(() -> store.openRange(key, offset, length));
    }

    @Override
    public boolean delete(ObjectKey key) {
        return guard.call(() -> store.delete(key));
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return guard.call(() -> store.list(prefix));
    }

    /** Reads all of it; takes no place meanwhile. */
    @Override
    public Verification verify(ObjectKey key) {
        return guard.stream(() -> store.verify(key));
    }

    @Override
    public void close() throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
