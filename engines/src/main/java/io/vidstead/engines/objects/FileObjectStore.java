package io.vidstead.engines.objects;

import io.vidstead.engines.DataFolder;
import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects as files of a folder that this process alone uses.
 *
 * <p>{@code objects/} holds them under their keys, {@code checksums/} what each should be (see {@link Checksums}), {@code
 * stages/} what still grows, {@code temporary/} what is being written, {@code withdrawn/} what was found corrupt. A write
 * is: temporary file, sync, checksum, rename, sync of the folder.
 */
public final class FileObjectStore implements ObjectStore, LocalObjects, StagingObjects, Quarantine, AutoCloseable {

    private final DataFolder folder;
    private final Path objects;
    private final Path temporary;
    private final Failures failures;
    private final ObjectFiles files;
    private final FileStages stages;
    private final FileVerifier verifier;

    private FileObjectStore(DataFolder folder, Clock clock) throws IOException {
        Path root = folder.path();
        Path growing = root.resolve("stages");
        Path withdrawn = root.resolve("withdrawn");
        Checksums checksums = new Checksums(root.resolve("checksums"));
        this.folder = folder;
        this.objects = root.resolve("objects");
        this.temporary = root.resolve("temporary");
        this.failures = new Failures(root);
        this.files = new ObjectFiles(objects, checksums, failures, clock);
        this.stages = new FileStages(growing, files, failures, clock);
        this.verifier = new FileVerifier(files, checksums, withdrawn, failures, clock);
        if (!Files.isDirectory(objects)) {
            // Private videos are in it. Whoever wants to share a folder may open it later.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        DurableFiles.deleteTree(temporary);
        for (Path part : List.of(objects, temporary, growing, withdrawn, checksums.root())) {
            DurableFiles.createFolders(part);
        }
    }

    /**
     * Opens the store in the folder, which is made if absent; what a crash left half written is cleared away.
     *
     * @throws DataFolder.InUseException when another process has the folder
     */
    public static FileObjectStore open(Path folder, Clock clock) {
        DataFolder locked = DataFolder.lock(folder);
        try {
            return new FileObjectStore(locked, clock);
        } catch (IOException e) {
            locked.close();
            throw new Failures(locked.path()).translate("the store cannot be opened", e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }

    @Override
    public StoredObject put(ObjectKey key, InputStream content) throws IOException {
        try (IncomingFile incoming = new IncomingFile(temporary, failures)) {
            incoming.take(content);
            return files.publish(key, incoming.path(), incoming.size(), incoming.sha256());
        }
    }

    @Override
    public StoredObject put(ObjectKey key, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        try {
            String sha256;
            try (InputStream content = Files.newInputStream(file)) {
                sha256 = Sha256.of(content, Long.MAX_VALUE).hex();
            }
            if (!Files.getFileStore(file).equals(Files.getFileStore(objects))) {
                return putByCopy(key, file);
            }
            try {
                return files.publish(key, file, Files.size(file), sha256);
            } catch (AtomicMoveNotSupportedException _) {
                return putByCopy(key, file);
            }
        } catch (IOException e) {
            throw failures.translate(key + " cannot be stored", e);
        }
    }

    private StoredObject putByCopy(ObjectKey key, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            StoredObject object = put(key, content);
            Files.delete(file);
            return object;
        }
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return files.stat(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return files.open(key)
                .map(open -> new CheckedObjectStream(Channels.newInputStream(open.channel()), open.object()));
    }

    @Override
    public Optional<InputStream> openRange(ObjectKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later and has 0 or more bytes");
        }
        return files.open(key).map(open -> RangeStream.of(open.channel(), offset, length));
    }

    @Override
    public Optional<Path> stagedPath(String stage) {
        return stages.path(stage);
    }

    @Override
    public Optional<Path> localPath(ObjectKey key) {
        return files.look(key).map(found -> {
            found.requireSize();
            return files.path(key);
        });
    }

    @Override
    public boolean delete(ObjectKey key) {
        return files.delete(key);
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        if (prefix.startsWith("/") || List.of(prefix.split("/")).contains("..") || prefix.indexOf(0) >= 0) {
            throw new IllegalArgumentException("not the beginning of a key");
        }
        return files.keys(prefix).flatMap(key -> stat(key).stream());
    }

    @Override
    public Verification verify(ObjectKey key) {
        return verifier.verify(key);
    }

    @Override
    public StagedObject stage(String id) {
        return stages.stage(id);
    }

    @Override
    public List<StagedObject> stagesIdleSince(Instant time) {
        return stages.idleSince(time);
    }

    @Override
    public Sum withdrawn() {
        return verifier.withdrawn();
    }
}
