package io.vidstead.media.cmaf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vidstead.media.MediaException;
import java.nio.ByteBuffer;

/** The body of a segment index gives segments one after the other, or is malformed; so does the index that we keep. */
class SegmentIndexFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void references(byte[] bytes) {
        try {
            var references = Box.parse(() -> SegmentReferences.read(new Box("sidx", ByteBuffer.wrap(bytes)), 1000));
            long at = references.segments().getFirst().offset();
            for (var segment : references.segments()) {
                if (segment.offset() != at || segment.length() <= 0) {
                    throw new AssertionError(segment);
                }
                at += segment.length();
            }
        } catch (MediaException _) {
            // So it is said.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void keptIndexes(byte[] bytes) {
        try {
            var index = CmafIndex.fromJson(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            if (!CmafIndex.fromJson(index.toJson()).equals(index)) {
                throw new AssertionError(index);
            }
        } catch (MediaException _) {
            // So it is said.
        }
    }
}
