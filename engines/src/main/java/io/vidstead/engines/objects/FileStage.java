package io.vidstead.engines.objects;

import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A growing object in a folder of its own: {@code data}, {@code offsets} (see {@link OffsetJournal}) and, once it is
 * being committed, {@code committed} with what it becomes.
 *
 * <p>Bytes in {@code data} beyond the recorded size are an append that did not get to its end; the next append cuts them
 * off.
 */
final class FileStage implements StagedObject {

    /** How many bytes an append may lose to a crash. Each step costs two syncs. */
    private static final int STEP = 8 << 20;

    /** Smaller at the beginning, for who looks into a file while it grows. */
    private static final int FIRST_STEP = 1 << 20;

    /** What the stage needs of the store. */
    interface Owner {

        StoredObject publish(ObjectKey key, Path file, long size, String sha256) throws IOException;

        Optional<StoredObject> stat(ObjectKey key);

        void gone(FileStage stage);
    }

    private final String id;
    private final Path folder;
    private final OffsetJournal journal;
    private final Owner owner;
    private final Failures failures;
    private final Clock clock;
    private final ReentrantLock appending = new ReentrantLock();

    /** Of the durable bytes; null when this process has not read them yet. */
    private @Nullable Sha256 rolling;

    private volatile long durable;
    private volatile boolean committed;
    private volatile boolean discarded;

    FileStage(String id, Path folder, Owner owner, Failures failures, Clock clock) throws IOException {
        this.id = id;
        this.folder = folder;
        this.journal = new OffsetJournal(folder.resolve("offsets"));
        this.owner = owner;
        this.failures = failures;
        this.clock = clock;
        committed = Files.exists(note());
        durable =
                committed ? StageNote.read(note()).size() : journal.last(Files.exists(data()) ? Files.size(data()) : 0);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long size() {
        return durable;
    }

    @Override
    public long append(long offset, InputStream source, long limit) throws IOException {
        return append(offset, source, limit, Optional.empty());
    }

    @Override
    public long append(long offset, InputStream source, long limit, ExpectedDigest expected) throws IOException {
        return append(offset, source, limit, Optional.of(expected));
    }

    private long append(long offset, InputStream source, long limit, Optional<ExpectedDigest> expected)
            throws IOException {
        if (!appending.tryLock()) {
            throw new OffsetConflictException(offset, durable);
        }
        try {
            if (offset != durable || committed || discarded) {
                throw new OffsetConflictException(offset, durable);
            }
            try (Appending data = new Appending(expected)) {
                data.take(source, limit);
            }
            return durable;
        } finally {
            leave();
        }
    }

    @Override
    public String sha256() {
        appending.lock();
        try {
            return committed ? StageNote.read(note()).sha256() : rolling().hex();
        } catch (IOException e) {
            throw failures.translate("stage " + id + " cannot be read", e);
        } finally {
            leave();
        }
    }

    @Override
    public StoredObject commit(ObjectKey key) {
        appending.lock();
        try {
            if (!committed) {
                if (!Files.exists(data()) || discarded) {
                    return require(key);
                }
                prepareCommit(key);
            }
            return finishCommit(key);
        } catch (IOException e) {
            throw failures.translate("stage " + id + " cannot be committed", e);
        } finally {
            leave();
        }
    }

    @Override
    public void discard() {
        discarded = true;
        if (appending.tryLock()) {
            leave();
        }
    }

    /** The file that grows, until it is committed. */
    Optional<Path> path() {
        return Optional.of(data()).filter(_ -> !committed).filter(Files::exists);
    }

    /** When somebody last appended, if nobody is doing so now. */
    Optional<Instant> idleSince() throws IOException {
        if (appending.isLocked()) {
            return Optional.empty();
        }
        Path newest = List.of(note(), journal.file(), folder).stream()
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
        return Files.exists(newest)
                ? Optional.of(Files.getLastModifiedTime(newest).toInstant())
                : Optional.empty();
    }

    private void prepareCommit(ObjectKey key) throws IOException {
        StageNote whole = new StageNote(key, durable, rolling().hex());
        try (FileChannel data = FileChannel.open(data(), StandardOpenOption.WRITE)) {
            data.truncate(durable);
        }
        DurableFiles.write(note(), whole.toString().getBytes(StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(note(), FileTime.from(clock.instant()));
        committed = true;
    }

    private StoredObject finishCommit(ObjectKey key) throws IOException {
        StageNote whole = StageNote.read(note());
        if (!whole.key().equals(key)) {
            throw new StageEndedException("stage " + id + " is already committed as " + whole.key());
        }
        if (!Files.exists(data())) {
            return require(key);
        }
        StoredObject object = owner.publish(key, data(), whole.size(), whole.sha256());
        Files.deleteIfExists(journal.file());
        return object;
    }

    private void begin() throws IOException {
        DurableFiles.createFolders(folder);
        Files.createFile(data());
        journal.record(0);
        DurableFiles.syncFolder(folder);
    }

    private StoredObject require(ObjectKey key) {
        return owner.stat(key)
                .orElseThrow(() -> new StageEndedException("there is neither a stage " + id + " nor an object " + key));
    }

    private Sha256 rolling() throws IOException {
        if (rolling == null) {
            rolling = Sha256.empty();
            if (durable > 0) {
                try (InputStream bytes = Files.newInputStream(data())) {
                    rolling = Sha256.of(bytes, durable);
                }
            }
        }
        return rolling;
    }

    /** Gives the lock back; whoever does so last clears a discarded stage away. */
    private void leave() {
        try {
            if (discarded) {
                DurableFiles.deleteTree(folder);
                owner.gone(this);
            }
        } catch (IOException e) {
            throw failures.translate("stage " + id + " cannot be removed", e);
        } finally {
            appending.unlock();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path note() {
        return folder.resolve("committed");
    }

    /** One append under way, by the thread that holds the lock. */
    private final class Appending implements AutoCloseable {

        private final FileChannel channel;
        private final Sha256 sha256;
        private final @Nullable MessageDigest checked;
        private final Optional<ExpectedDigest> expected;
        private long written = durable;

        Appending(Optional<ExpectedDigest> expected) {
            this.expected = expected;
            this.checked = expected.map(ExpectedDigest::newDigest).orElse(null);
            try {
                if (!Files.exists(data())) {
                    begin();
                }
                sha256 = rolling().copy();
                channel = FileChannel.open(data(), StandardOpenOption.WRITE);
                channel.truncate(durable).position(durable);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        void take(InputStream source, long limit) throws IOException {
            byte[] buffer = new byte[Sha256.BUFFER_SIZE];
            for (long left = limit; left > 0; ) {
                int read = read(source, buffer, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                write(buffer, read);
                left -= read;
                if (checked == null && written - durable >= Math.clamp(durable, FIRST_STEP, STEP)) {
                    keep();
                }
            }
            if (checked != null && !expected.orElseThrow().matches(checked)) {
                throw new DigestMismatchException(checked.getAlgorithm());
            }
            keep();
        }

        private int read(InputStream source, byte[] buffer, int length) throws IOException {
            try {
                return source.read(buffer, 0, length);
            } catch (IOException | RuntimeException e) {
                if (checked == null) {
                    keep();
                }
                throw e;
            }
        }

        private void write(byte[] bytes, int length) {
            if (discarded) {
                throw new StageEndedException("stage " + id + " was discarded");
            }
            sha256.update(bytes, 0, length);
            if (checked != null) {
                checked.update(bytes, 0, length);
            }
            try {
                ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
                while (rest.hasRemaining()) {
                    written += channel.write(rest);
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }

        /** Makes what was written count. */
        private void keep() {
            if (written == durable) {
                return;
            }
            try {
                channel.force(true);
                journal.record(written);
                Files.setLastModifiedTime(journal.file(), FileTime.from(clock.instant()));
            } catch (IOException e) {
                throw failed(e);
            }
            rolling = sha256.copy();
            durable = written;
        }

        /** Cuts off what does not count, which gives its room back. */
        @Override
        public void close() {
            try (channel) {
                if (written != durable) {
                    channel.truncate(durable);
                }
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private StorageException failed(IOException failure) {
            return failures.translate("stage " + id + " cannot be written", failure);
        }
    }
}
