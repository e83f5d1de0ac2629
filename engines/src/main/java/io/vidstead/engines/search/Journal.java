package io.vidstead.engines.search;

import io.vidstead.engines.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of records, one behind the other: each its length and its CRC-32C, four bytes each with the highest first, and its
 * bytes. For one thread.
 *
 * <p>A crash can tear only the last record, which nobody was told of: {@link #open} takes it away.
 */
final class Journal implements Closeable {

    private static final int HEAD = 2 * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private long before;
    private long end;

    private Journal(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.before = end;
        this.end = end;
    }

    /** An empty one, in the place of any other; on the disk when this returns. */
    static Journal create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            channel.force(true);
            DurableFiles.syncName(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new Journal(file, channel, 0);
    }

    /** What is done with a record. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] record) throws IOException;
    }

    /**
     * Goes on with one, after its records were read.
     *
     * @throws IOException when there is none, or one that something else than a crash has damaged
     */
    static Journal open(Path file, Reader reader) throws IOException {
        long end = read(ByteBuffer.wrap(Files.readAllBytes(file)), reader);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            channel.truncate(end);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new Journal(file, channel, end);
    }

    /** @return where the last whole record ends */
    private static int read(ByteBuffer bytes, Reader reader) throws IOException {
        int end = 0;
        while (bytes.remaining() >= HEAD) {
            int length = bytes.getInt();
            int sum = bytes.getInt();
            byte[] record = record(bytes, length);
            if (record.length == 0 || sum(record) != sum) {
                requireNoneAfter(bytes, end);
                return end;
            }
            reader.read(record);
            end = bytes.position();
        }
        return end;
    }

    /** Empty when there are not so many bytes. */
    private static byte[] record(ByteBuffer bytes, int length) {
        byte[] record = new byte[length < 1 || length > bytes.remaining() ? 0 : length];
        bytes.get(record);
        return record;
    }

    /** A whole record behind one that is not whole was written after it: no crash has done that. */
    private static void requireNoneAfter(ByteBuffer bytes, int torn) throws IOException {
        for (int at = torn + 1; at <= bytes.limit() - HEAD; at++) {
            bytes.position(at);
            int length = bytes.getInt();
            int sum = bytes.getInt();
            byte[] record = record(bytes, length);
            if (record.length > 0 && sum(record) == sum) {
                throw new IOException("a record in the midst of a search index's journal is damaged");
            }
        }
    }

    private static int sum(byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(record);
        return (int) sum.getValue();
    }

    Path file() {
        return file;
    }

    /** Whether the file has what was written, and nothing else. */
    boolean isWhole() {
        return length() == end;
    }

    /** Whether something that was written is gone: the file was cut or deleted. */
    boolean hasLost() {
        return length() < end;
    }

    private long length() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    /** In bytes. */
    long size() {
        return end;
    }

    /**
     * On the disk when this returns.
     *
     * @throws IOException it is not in the journal
     */
    void append(byte[] record) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + record.length)
                .putInt(record.length)
                .putInt(sum(record))
                .put(record)
                .flip();
        try {
            for (long at = end; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            channel.force(false);
        } catch (IOException e) {
            cut(end, e);
            throw e;
        }
        before = end;
        end += bytes.limit();
    }

    /** The last record was never in it. */
    void takeBack() throws IOException {
        channel.truncate(before);
        end = before;
        channel.force(true);
    }

    private void cut(long length, IOException because) {
        try {
            channel.truncate(length);
            channel.force(true);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
