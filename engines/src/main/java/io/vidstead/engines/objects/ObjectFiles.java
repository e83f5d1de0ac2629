package io.vidstead.engines.objects;

import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * The finished objects' files under their keys, each with what it should be (see {@link Checksums}). One thread at a time
 * changes a key; readers wait for nobody.
 */
final class ObjectFiles {

    private static final int STRIPES = 64;

    private final Path root;
    private final Checksums checksums;
    private final Failures failures;
    private final Clock clock;
    private final List<Lock> writers =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(STRIPES).toList();

    /** Read: a folder is being filled. Write: empty folders are being removed. */
    private final ReentrantReadWriteLock tree = new ReentrantReadWriteLock();

    ObjectFiles(Path root, Checksums checksums, Failures failures, Clock clock) {
        this.root = root;
        this.checksums = checksums;
        this.failures = failures;
        this.clock = clock;
    }

    /** @param fileSize as it is, which differs from the object's when somebody tampered with the file */
    record Found(StoredObject object, long fileSize) {

        void requireSize() {
            if (object.size() != fileSize) {
                throw new CorruptObjectException(
                        object.key() + " has " + fileSize + " bytes instead of " + object.size());
            }
        }
    }

    record Open(StoredObject object, FileChannel channel) {}

    Path path(ObjectKey key) {
        return root.resolve(key.value());
    }

    Optional<StoredObject> stat(ObjectKey key) {
        return look(key).map(Found::object);
    }

    Optional<Found> look(ObjectKey key) {
        try {
            BasicFileAttributes file = Files.readAttributes(path(key), BasicFileAttributes.class);
            return file.isRegularFile()
                    ? checksums
                            .find(key, file.size(), file.lastModifiedTime().toInstant())
                            .map(object -> new Found(object, file.size()))
                    : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failures.translate(key + " cannot be looked at", e);
        }
    }

    /** The file and what it should be, both from before or both from after a replacement. */
    Optional<Open> open(ObjectKey key) {
        try {
            while (true) {
                Optional<StoredObject> before = stat(key);
                if (before.isEmpty()) {
                    return Optional.empty();
                }
                FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
                if (stat(key).equals(before)) {
                    new Found(before.get(), channel.size()).requireSize();
                    return Optional.of(new Open(before.get(), channel));
                }
                channel.close();
            }
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failures.translate(key + " cannot be read", e);
        }
    }

    /** Keys that start with the prefix; one folder's names in memory at a time, what vanishes meanwhile left out. */
    Stream<ObjectKey> keys(String prefix) {
        Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        return files(start)
                .map(file -> root.relativize(file).toString())
                .filter(key -> key.startsWith(prefix))
                .map(ObjectKey::new);
    }

    /** Makes a finished file of this file system the object, in the order that keeps every promise at every crash. */
    StoredObject publish(ObjectKey key, Path file, long size, String sha256) throws IOException {
        StoredObject object =
                new StoredObject(key, size, sha256, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Lock writer = lock(key);
        tree.readLock().lock();
        try {
            Files.setLastModifiedTime(file, FileTime.from(object.created()));
            DurableFiles.sync(file);
            checksums.announce(object);
            DurableFiles.createFolders(path(key).resolveSibling(""));
            DurableFiles.move(file, path(key));
            checksums.settle(object);
            return object;
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            throw failures.translate(key + " cannot be stored", e);
        } finally {
            tree.readLock().unlock();
            writer.unlock();
        }
    }

    boolean delete(ObjectKey key) {
        Lock writer = lock(key);
        try {
            boolean existed = Files.isRegularFile(path(key)) && Files.deleteIfExists(path(key));
            if (existed) {
                DurableFiles.syncFolder(path(key).resolveSibling(""));
            }
            checksums.forget(key);
            return existed;
        } catch (IOException e) {
            throw failures.translate(key + " cannot be deleted", e);
        } finally {
            writer.unlock();
            removeEmptyFolders(key);
        }
    }

    /** The right to change the key's object, until the lock is given back. */
    Lock lock(ObjectKey key) {
        Lock lock = writers.get(Math.floorMod(key.hashCode(), STRIPES));
        lock.lock();
        return lock;
    }

    private Stream<Path> files(Path start) {
        List<Path> children;
        try (Stream<Path> entries = Files.list(start)) {
            children = entries.toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Stream.empty();
        } catch (IOException e) {
            throw failures.translate("the store cannot be listed", e);
        }
        return children.stream().flatMap(child -> Files.isDirectory(child) ? files(child) : Stream.of(child));
    }

    private void removeEmptyFolders(ObjectKey key) {
        tree.writeLock().lock();
        try {
            for (Path top : List.of(root, checksums.root())) {
                Path parent = top.resolve(key.value()).getParent();
                while (parent != null && !parent.equals(top) && deleteIfEmpty(parent)) {
                    parent = parent.getParent();
                }
            }
        } finally {
            tree.writeLock().unlock();
        }
    }

    private static boolean deleteIfEmpty(Path folder) {
        try {
            return Files.deleteIfExists(folder);
        } catch (IOException _) {
            return false;
        }
    }
}
