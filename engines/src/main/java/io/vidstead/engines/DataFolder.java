package io.vidstead.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A folder that this process alone uses, as long as this object is open. The lock is the operating system's: it ends
 * with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if it is absent, and locks it.
     *
     * @throws InUseException when another process, or this one, has it
     */
    public static DataFolder lock(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toRealPath();
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new InUseException(path);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /** The folder, absolute and without links. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody else uses the folder; the message is a sentence for people. */
    public static final class InUseException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InUseException(Path folder) {
            super("The folder " + folder
                    + " is in use by another running server; stop that one first, or give this one "
                    + "a folder of its own.");
        }
    }
}
