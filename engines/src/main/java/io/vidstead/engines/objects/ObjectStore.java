package io.vidstead.engines.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Objects of any size under keys.
 *
 * <p><b>Atomicity:</b> an object is visible whole or not at all, with its size and SHA-256. Putting to a key that exists
 * replaces the object in one step; who opened the old one reads the old one to its end.
 *
 * <p><b>Durability:</b> when a method that writes returns, its effect survives a crash of the machine.
 *
 * <p><b>Missing is a value</b>, not an exception. A key is never also the folder of another key.
 *
 * <p><b>Failure:</b> the store's own failures are {@link StorageException}s, among them {@link StorageFullException}
 * (nothing of the write is visible, its bytes are given back) and {@link CorruptObjectException}. A checked {@link
 * IOException} means only that the caller's own stream failed.
 *
 * <p>Memory is a small buffer a call, whatever the size of the object. All methods may be called from any thread.
 *
 * <p>Abilities that not every store has are interfaces beside this one: {@link LocalObjects}, {@link StagingObjects}.
 */
public interface ObjectStore {

    /**
     * Stores all bytes of the stream, which stays open.
     *
     * @throws IOException when reading the stream failed; nothing was stored
     */
    StoredObject put(ObjectKey key, InputStream content) throws IOException;

    /**
     * Takes over a finished file: after success it is the store's and no longer at its old place. On the store's own
     * file system this is a rename and costs one reading of the file for its hash.
     */
    StoredObject put(ObjectKey key, Path file);

    /** Size, hash and age; costs no reading of the content. */
    Optional<StoredObject> stat(ObjectKey key);

    /**
     * The whole content, checked while it is read: instead of the end of the stream comes a {@link
     * CorruptObjectException} (from {@code read}) when the bytes are not those that were stored.
     */
    Optional<InputStream> open(ObjectKey key);

    /**
     * Some of the content, not checked against the hash. A range that reaches beyond the end is cut there.
     *
     * @param offset of the first byte, 0 or more
     * @param length in bytes, 0 or more
     */
    Optional<InputStream> openRange(ObjectKey key, long offset, long length);

    /** Removes the object. Returns whether there was one. */
    boolean delete(ObjectKey key);

    /**
     * The objects whose key starts with the prefix, in no particular order; close the stream. Objects that come or go
     * meanwhile may or may not be seen.
     */
    Stream<StoredObject> list(String prefix);

    /**
     * Reads the whole object and compares its hash. A corrupt one is put aside for a human and is missing from then on:
     * it is never served.
     */
    Verification verify(ObjectKey key);

    /** Verifies all objects whose key starts with the prefix, telling of each corrupt one. Returns how many are intact. */
    default long scrub(String prefix, Consumer<Verification.Corrupt> corrupt) {
        long intact = 0;
        try (Stream<StoredObject> objects = list(prefix)) {
            for (StoredObject object : (Iterable<StoredObject>) objects::iterator) {
                switch (verify(object.key())) {
                    case Verification.Intact _ -> intact++;
                    case Verification.Corrupt found -> corrupt.accept(found);
                    case Verification.Missing _ -> {}
                }
            }
        }
        return intact;
    }

    /** The outcome of {@link #verify}. */
    sealed interface Verification {

        record Intact(StoredObject object) implements Verification {}

        /** The bytes are not those that were stored; the object is withdrawn. */
        record Corrupt(ObjectKey key, String reason) implements Verification {}

        record Missing(ObjectKey key) implements Verification {}
    }
}
