package io.vidstead.engines.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * The durable size of a stage: a file to which every new size is appended with a checksum, so that a crash in the middle
 * of a write leaves the one before. The last whole record holds.
 */
record OffsetJournal(Path file) {

    private static final int RECORD = Long.BYTES + Integer.BYTES;

    /** The last size that was recorded whole and is not beyond the data; 0 if there is none. */
    long last(long dataSize) throws IOException {
        ByteBuffer records;
        try {
            records = ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return 0;
        }
        long last = 0;
        while (records.remaining() >= RECORD) {
            long size = records.getLong();
            if (records.getInt() == checksum(size) && size >= 0 && size <= dataSize) {
                last = size;
            }
        }
        return last;
    }

    /** Records a size, durably; the data up to there must be durable already. */
    void record(long size) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(RECORD).putLong(size).putInt(checksum(size)).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Over what a torn write may have left.
            channel.position(channel.size() / RECORD * RECORD);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static int checksum(long size) {
        CRC32 checksum = new CRC32();
        checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        return (int) checksum.getValue();
    }
}
