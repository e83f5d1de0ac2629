package io.vidstead.media.encode;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.cmaf.SegmentIndexBox;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one rendition of its chunks, without decoding anything: the initialisation segment of the first, a new segment index, and
 * all fragments with their numbers and decode times counted through (ISO/IEC 14496-12, 8.8.5 and 8.8.12). Bytes are read once, in
 * order, and never more than one fragment's header is in memory.
 */
public final class ChunkJoiner {
    private static final int BUFFER = 128 << 10;
    private static final int MAX_HEADER = 4 << 20;
    private static final int MOOF = 0x6d6f6f66;

    /**
     * One finished chunk of a rung.
     *
     * @param chunk what it should hold
     * @param index that of its file
     * @param file its bytes from the first on; opened once, closed by the joiner
     */
    public record Part(Chunk chunk, CmafIndex index, Bytes file) {}

    /** Bytes that are somewhere. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private final FrameGrid grid;
    private final List<Part> parts;
    private final CmafIndex whole;

    private ChunkJoiner(FrameGrid grid, List<Part> parts) {
        this.grid = grid;
        this.parts = parts;
        this.whole = index();
    }

    /**
     * Writes the joined file. The caller deletes it on failure.
     *
     * @param name of the rendition
     * @param parts in order, without gaps
     * @throws MediaException {@code MALFORMED_MEDIA} where the parts were coded differently or do not follow each other
     */
    public static Rendition join(String name, FrameGrid grid, List<Part> parts, Path file) {
        try {
            var joiner = Box.parse(() -> new ChunkJoiner(grid, parts));
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                joiner.write(out);
            }
            return new Rendition(name, file, CmafFile.read(file), false);
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Could not join the chunks of " + name, e);
        }
    }

    private CmafIndex index() {
        var first = parts.getFirst().index();
        var segments = new ArrayList<Segment>();
        long end = grid.ticks(parts.getFirst().chunk().from(), first.timescale());
        for (var part : parts) {
            if (part.index().timescale() != first.timescale()
                    || grid.ticks(part.chunk().from(), first.timescale()) != end) {
                throw malformed("A chunk does not begin where the one before ends");
            }
            segments.addAll(part.index().segments());
            end += part.index().durationTicks();
        }
        var sidx = new ByteRange(first.init().length(), SegmentIndexBox.length(segments.size()));
        return new CmafIndex(
                first.kind(),
                first.codecs(),
                first.timescale(),
                first.startTicks(),
                first.init(),
                sidx,
                segments,
                first.width(),
                first.height(),
                first.frameRate(),
                first.channels(),
                first.sampleRateHz());
    }

    private void write(OutputStream out) throws IOException {
        ByteBuffer coding = ByteBuffer.allocate(0);
        int number = 1;
        for (var part : parts) {
            try (var in =
                    new DataInputStream(new BufferedInputStream(part.file().open(), BUFFER))) {
                var init = ByteBuffer.wrap(
                        in.readNBytes(Math.toIntExact(part.index().init().length())));
                var itsCoding = Box.parse(() -> coding(init));
                if (number == 1) {
                    coding = itsCoding;
                    out.write(init.array());
                    write(out, SegmentIndexBox.of(whole));
                } else if (!itsCoding.equals(coding)) {
                    throw malformed("A chunk was coded differently");
                }
                number = fragments(part, in, number, out);
            }
        }
    }

    /** The sample description, with the parameter sets of the coder. */
    private static ByteBuffer coding(ByteBuffer init) {
        return Box.list(init).stream()
                .filter(box -> box.type().equals("moov"))
                .findFirst()
                .orElseThrow(() -> malformed("A chunk has no header"))
                .require("trak", "mdia", "minf", "stbl", "stsd")
                .reader();
    }

    private int fragments(Part part, DataInputStream in, int firstNumber, OutputStream out) throws IOException {
        var index = part.index();
        long shift = grid.ticks(part.chunk().from(), index.timescale()) - index.startTicks();
        int number = firstNumber;
        long at = index.init().end();
        for (var segment : index.segments()) {
            in.skipNBytes(segment.offset() - at);
            at = segment.offset();
            long end = segment.offset() + segment.length();
            while (at < end) {
                int length = in.readInt();
                int type = in.readInt();
                if (length < 8 || length > end - at) {
                    throw malformed("A chunk's boxes contradict its index");
                }
                if (type == MOOF) {
                    write(out, renumbered(header(in, length), number++, shift));
                } else {
                    write(
                            out,
                            ByteBuffer.allocate(8).putInt(length).putInt(type).flip());
                    copy(in, length - 8, out);
                }
                at += length;
            }
        }
        return number;
    }

    private static ByteBuffer header(DataInputStream in, int length) throws IOException {
        if (length > MAX_HEADER) {
            throw malformed("A fragment's header is too large");
        }
        var bytes = ByteBuffer.allocate(length).putInt(length).putInt(MOOF);
        in.readFully(bytes.array(), 8, length - 8);
        return bytes.rewind();
    }

    /** Changes the header in place. */
    private static ByteBuffer renumbered(ByteBuffer bytes, int number, long shift) {
        return Box.parse(() -> {
            var moof = Box.list(bytes).getFirst();
            moof.require("mfhd").body().putInt(4, number);
            var time = moof.require("traf", "tfdt");
            if (time.version() != 1) {
                throw malformed("A fragment's time has 32 bits");
            }
            time.body().putLong(4, time.body().getLong(4) + shift);
            return bytes;
        });
    }

    private static void write(OutputStream out, ByteBuffer bytes) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    private static void copy(InputStream in, int length, OutputStream out) throws IOException {
        var buffer = new byte[Math.min(BUFFER, length)];
        for (int left = length; left > 0; ) {
            int read = in.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static MediaException malformed(String message) {
        return new MediaException(Code.MALFORMED_MEDIA, message);
    }
}
