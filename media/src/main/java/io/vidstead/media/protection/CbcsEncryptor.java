package io.vidstead.media.protection;

import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxFile;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.cmaf.SegmentIndexBox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the encrypted twin of a single-file CMAF. Thread-safe; holds one segment in memory at a time. */
public final class CbcsEncryptor {
    private static final int VISUAL_FIELDS = 78;

    private final List<KeySystem> systems;

    /** @param systems those whose boxes the files shall carry */
    public CbcsEncryptor(List<KeySystem> systems) {
        this.systems = List.copyOf(systems);
    }

    /** Whether a track can be encrypted: any sound, and H.264 pictures. */
    public static boolean canEncrypt(CmafIndex index) {
        return index.kind() == TrackKind.AUDIO || index.codecs().startsWith("avc1.");
    }

    /**
     * Writes {@code encrypted}, replacing what is there. Limited by the disk: one block in ten of the picture is encrypted.
     *
     * @return where its segments are
     * @throws MediaException {@code MALFORMED_MEDIA} where the file cannot be encrypted; what was written is of no use then
     */
    public CmafIndex encrypt(Path clear, Path encrypted, ContentKey key) {
        var index = CmafFile.read(clear);
        if (!canEncrypt(index)) {
            throw new MediaException(Code.MALFORMED_MEDIA, "A picture coded as " + index.codecs() + " stays clear");
        }
        try (var in = BoxFile.open(clear);
                var out = FileChannel.open(
                        encrypted,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            Box.parse(() -> write(in, index, key, out));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot encrypt " + clear.getFileName(), e);
        }
        return CmafFile.read(encrypted);
    }

    private CmafIndex write(BoxFile in, CmafIndex index, ContentKey key, FileChannel out) {
        try {
            var clearInit = in.read(index.init());
            var moov = Box.list(clearInit).stream()
                    .filter(box -> box.type().equals("moov"))
                    .findFirst()
                    .orElseThrow();
            var boxes = systems.stream()
                    .flatMap(system -> system.pssh(key.id()).stream())
                    .toList();
            var init = EncryptedInit.of(clearInit, key, index.kind(), boxes);
            int sidxLength = SegmentIndexBox.length(index.segments().size());
            long start = init.remaining() + (long) sidxLength;
            var cipher = new FragmentCipher(
                    new SampleCipher(key, parameters(index, moov)), moov, index.kind() == TrackKind.VIDEO);
            var segments = new ArrayList<Segment>();
            long at = start;
            for (var segment : index.segments()) {
                var bytes = cipher.encrypt(in.read(new ByteRange(segment.offset(), segment.length())));
                segments.add(new Segment(at, bytes.remaining(), segment.durationTicks()));
                at += writeFully(out, bytes, at);
            }
            var sidx = new ByteRange(init.remaining(), sidxLength);
            var moved = index.at(new ByteRange(0, init.remaining()), sidx, segments);
            writeFully(out, init, 0);
            writeFully(out, SegmentIndexBox.of(moved), sidx.offset());
            return moved;
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot write the encrypted file", e);
        }
    }

    private static Optional<AvcParameters> parameters(CmafIndex index, Box moov) {
        if (index.kind() == TrackKind.AUDIO) {
            return Optional.empty();
        }
        return moov
                .require("trak", "mdia", "minf", "stbl", "stsd")
                .childrenAfter(8)
                .getFirst()
                .childrenAfter(VISUAL_FIELDS)
                .stream()
                .filter(box -> box.type().equals("avcC"))
                .findFirst()
                .map(box -> AvcParameters.read(box.reader()));
    }

    private static long writeFully(FileChannel out, ByteBuffer bytes, long at) throws IOException {
        long written = 0;
        while (bytes.hasRemaining()) {
            written += out.write(bytes, at + written);
        }
        return written;
    }
}
