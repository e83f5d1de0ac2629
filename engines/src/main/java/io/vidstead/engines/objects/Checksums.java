package io.vidstead.engines.objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each object should be: a small file a key, in a tree beside the objects, with a line {@code sha256 size
 * created-millis}.
 *
 * <p>The line is written before the object becomes visible, so no object is ever without. While an object is replaced
 * there are two lines, the old and the new; the one whose size and time are those of the file holds (the store sets the
 * time of a file to that of its creation as an object).
 */
final class Checksums {

    private static final int REMEMBERED = 20_000;

    private final Path root;

    /** Of objects that were asked for lately; holds as long as the file has the size and time it had then. */
    private final Cache<ObjectKey, StoredObject> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    Checksums(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    private record Line(String sha256, long size, long created) {

        static Line of(StoredObject object) {
            return new Line(object.sha256(), object.size(), object.created().toEpochMilli());
        }

        static Line parse(String text) {
            String[] parts = text.split(" ");
            return new Line(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        StoredObject of(ObjectKey key) {
            return new StoredObject(key, size, sha256, Instant.ofEpochMilli(created));
        }

        @Override
        public String toString() {
            return sha256 + " " + size + " " + created + "\n";
        }
    }

    /** What the object with a file of this size and time is. */
    Optional<StoredObject> find(ObjectKey key, long size, Instant modified) throws IOException {
        StoredObject known = remembered.getIfPresent(key);
        if (known != null && known.size() == size && known.created().toEpochMilli() == modified.toEpochMilli()) {
            return Optional.of(known);
        }
        Optional<StoredObject> read = read(key, size, modified);
        read.ifPresent(object -> remembered.put(key, object));
        return read;
    }

    private Optional<StoredObject> read(ObjectKey key, long size, Instant modified) throws IOException {
        List<Line> lines = lines(key);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> lines.size() > 1 && line.size() == size && line.created() == modified.toEpochMilli())
                .findFirst()
                .or(() -> Optional.of(lines.getLast()))
                .map(line -> line.of(key));
    }

    /** Before the object's file is put in place. Durable. */
    void announce(StoredObject object) throws IOException {
        List<Line> lines = new ArrayList<>(lines(object.key()));
        lines.add(Line.of(object));
        DurableFiles.createFolders(file(object.key()).resolveSibling(""));
        write(object.key(), lines);
    }

    /** After the object's file is in place: what it replaced is history. */
    void settle(StoredObject object) throws IOException {
        if (lines(object.key()).size() > 1) {
            write(object.key(), List.of(Line.of(object)));
        }
        reread(object.key());
    }

    /** After the object's file is gone. */
    void forget(ObjectKey key) throws IOException {
        reread(key);
        Files.deleteIfExists(file(key));
    }

    /** Has the next look read the line again. */
    void reread(ObjectKey key) {
        remembered.invalidate(key);
    }

    Path file(ObjectKey key) {
        return root.resolve(key.value());
    }

    private List<Line> lines(ObjectKey key) throws IOException {
        try {
            return Files.readAllLines(file(key)).stream().map(Line::parse).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (RuntimeException e) {
            throw new CorruptObjectException("the checksum of " + key + " is unreadable: " + e.getMessage());
        }
    }

    private void write(ObjectKey key, List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(text::append);
        DurableFiles.write(file(key), text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
