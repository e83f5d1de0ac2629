package io.vidstead.media.cmaf;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fragmented file of one track that a muxer is still writing, one fragment a segment: followed, so that each segment can be
 * published when it is complete.
 *
 * <p>Places are those of the {@linkplain #finish finished file}, which has its index between header and segments. Room for it
 * is kept from the beginning, and so a segment's address is known before the index is, and stays. Thread-safe.
 */
public final class GrowingFile {
    private static final int MAX_MOOV = 1 << 20;
    private static final int MAX_MOOF = 4 << 20;
    private static final int SHORTEST_SEGMENT_SECONDS = 3;
    private static final int SPARE_SEGMENTS = 16;
    private static final int BOX_HEADER = 8;

    private final Path file;
    private final int room;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable CmafIndex first;
    private @Nullable Box movie;
    private long headerEnd;
    private long at;

    /** @param expected how long the track will be, more or less */
    public GrowingFile(Path file, Duration expected) {
        this.file = file;
        long entries = expected.toSeconds() / SHORTEST_SEGMENT_SECONDS + SPARE_SEGMENTS;
        this.room = SegmentIndexBox.length((int) Math.min(entries, 0xffff)) + BOX_HEADER;
    }

    /** Looks for more; the segments that were completed since the last time. */
    public synchronized List<Segment> poll() {
        if (!Files.exists(file)) {
            return List.of();
        }
        int before = segments.size();
        try (var boxes = BoxFile.open(file)) {
            Box.parse(() -> {
                read(boxes);
                return segments;
            });
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
        return List.copyOf(segments.subList(before, segments.size()));
    }

    private void read(BoxFile boxes) {
        try {
            while (movie == null) {
                var place = boxes.placeAt(at).filter(BoxFile.Place::complete);
                if (place.isEmpty()) {
                    return;
                }
                if (place.get().type().equals("moov")) {
                    movie = boxes.box(place.get(), MAX_MOOV);
                    headerEnd = place.get().range().end();
                }
                at = place.get().range().end();
            }
            while (readSegment(boxes, movie)) {
                // one after the other
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
    }

    private boolean readSegment(BoxFile boxes, Box moov) throws IOException {
        var moof = boxes.placeAt(at).filter(BoxFile.Place::complete);
        if (moof.isEmpty() || !moof.get().type().equals("moof")) {
            return false;
        }
        var mdat = boxes.placeAt(moof.get().range().end()).filter(BoxFile.Place::complete);
        if (mdat.isEmpty() || !mdat.get().type().equals("mdat")) {
            return false;
        }
        var traf = boxes.box(moof.get(), MAX_MOOF).require("traf");
        var durations = FragmentRun.durations(traf, moov);
        long ticks = durations.stream().mapToLong(Long::longValue).sum();
        long end = mdat.get().range().end();
        var segment = new Segment(at + room, end - at, ticks);
        if (first == null) {
            first = CmafFile.describe(
                    moov,
                    FragmentRun.start(traf),
                    durations,
                    new ByteRange(0, headerEnd),
                    new ByteRange(headerEnd, room),
                    segment);
        }
        segments.add(segment);
        at = end;
        return true;
    }

    /** What is complete so far; its index box is not written yet. Absent before the first segment. */
    public synchronized Optional<CmafIndex> index() {
        return Optional.ofNullable(first).map(index -> index.withSegments(segments));
    }

    /** Bytes before the first segment: the initialisation segment, and a box of nothing where the index will be. */
    public synchronized ByteBuffer header() {
        var empty = new BoxWriter().u32(room).text("free").zeros(room - BOX_HEADER);
        return header(empty.toBuffer());
    }

    private ByteBuffer header(ByteBuffer filling) {
        try (var boxes = BoxFile.open(file)) {
            return new BoxWriter()
                    .bytes(boxes.read(new ByteRange(0, headerEnd)))
                    .bytes(filling)
                    .toBuffer();
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
    }

    /** The bytes of a segment that {@link #poll} told. */
    public ByteBuffer read(Segment segment) {
        try (var boxes = BoxFile.open(file)) {
            return boxes.read(new ByteRange(segment.offset() - room, segment.length()));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
    }

    /**
     * Writes the finished file: header, index, segments. Its segments have the addresses that were told, unless there are many
     * more than were expected: then all have other ones.
     *
     * @return its index
     * @throws MediaException {@code MALFORMED_MEDIA} where there is no segment
     */
    public synchronized CmafIndex finish(Path target) {
        poll();
        var told = index().orElseThrow(() -> Box.malformed("The file has no segment"));
        int needed = SegmentIndexBox.length(segments.size());
        int spare = room - needed;
        var index = new BoxWriter().bytes(SegmentIndexBox.of(told, Math.max(0, spare)));
        if (spare > 0) {
            index.u32(spare).text("free").zeros(spare - BOX_HEADER);
        }
        try (var in = FileChannel.open(file, StandardOpenOption.READ);
                var out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var head = header(index.toBuffer());
            while (head.hasRemaining()) {
                out.write(head);
            }
            for (long from = headerEnd; from < at; ) {
                from += in.transferTo(from, at - from, out);
            }
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot write " + target.getFileName(), e);
        }
        return CmafFile.read(target);
    }
}
