package io.vidstead.engines.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A temporary file that takes a stranger's bytes in; closing it removes it, unless it was moved away. */
final class IncomingFile implements AutoCloseable {

    private final Path path;
    private final Failures failures;
    private final Sha256 sha256 = Sha256.empty();
    private long size;

    IncomingFile(Path folder, Failures failures) {
        this.path = folder.resolve(UUID.randomUUID().toString());
        this.failures = failures;
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256.hex();
    }

    /** @throws IOException as the source throws it; failures of our own disk are {@link StorageException}s */
    void take(InputStream content) throws IOException {
        byte[] buffer = new byte[Sha256.BUFFER_SIZE];
        try (FileChannel channel = create()) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
                write(channel, ByteBuffer.wrap(buffer, 0, read));
                size += read;
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private FileChannel create() {
        try {
            return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failures.translate("nothing can be stored", e);
        }
    }

    private void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failures.translate("nothing can be stored", e);
        }
    }
}
