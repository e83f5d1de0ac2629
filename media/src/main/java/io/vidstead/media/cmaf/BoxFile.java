package io.vidstead.media.cmaf;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The outermost boxes of a file, read without touching what they hold. */
public final class BoxFile implements AutoCloseable {

    /**
     * Where a box lies.
     *
     * @param headerLength bytes before its body
     * @param range the whole box, cut at the end of the file
     * @param missing bytes that the box claims behind the end of the file
     */
    public record Place(String type, int headerLength, ByteRange range, long missing) {
        public boolean complete() {
            return missing == 0;
        }
    }

    private final FileChannel channel;
    private final long size;

    private BoxFile(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    public static BoxFile open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        return new BoxFile(channel, channel.size());
    }

    /** Only the first {@code size} bytes of a file that may be longer. */
    public static BoxFile open(Path file, long size) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        return new BoxFile(channel, Math.min(size, channel.size()));
    }

    public long size() {
        return size;
    }

    /**
     * Places of the outermost boxes in order, up to {@code limit} of them or to the first that {@code last} accepts. Stops
     * silently at what is not a box.
     */
    public List<Place> places(int limit, Predicate<Place> last) throws IOException {
        var places = new ArrayList<Place>();
        long at = 0;
        while (places.size() < limit) {
            var place = placeAt(at);
            if (place.isEmpty()) {
                break;
            }
            places.add(place.get());
            if (last.test(place.get())) {
                break;
            }
            at = place.get().range().end();
        }
        return places;
    }

    /** The outermost box that begins at {@code at}; absent at the end of the file and where there is no box. */
    public Optional<Place> placeAt(long at) throws IOException {
        if (size - at < 8) {
            return Optional.empty();
        }
        var header = read(new ByteRange(at, Math.min(16, size - at)));
        long length = Integer.toUnsignedLong(header.getInt());
        var type = Box.fourCharacters(header);
        int headerLength = 8;
        if (length == 1 && header.remaining() == 8) {
            length = header.getLong();
            headerLength = 16;
        } else if (length == 0) {
            length = size - at;
        }
        if (length < headerLength) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                type, headerLength, new ByteRange(at, Math.min(length, size - at)), Math.max(0, length - (size - at))));
    }

    /** The box at {@code place}, in memory. */
    public Box box(Place place, int maxBytes) throws IOException {
        if (!place.complete() || place.range().length() > maxBytes) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The " + place.type() + " box is cut off or too large");
        }
        var bytes = read(place.range());
        return new Box(place.type(), bytes.slice(place.headerLength(), bytes.limit() - place.headerLength()));
    }

    public ByteBuffer read(ByteRange range) throws IOException {
        if (range.end() > size) {
            throw new MediaException(Code.MALFORMED_MEDIA, "The file ends too early");
        }
        var bytes = ByteBuffer.allocate(Math.toIntExact(range.length()));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, range.offset() + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
