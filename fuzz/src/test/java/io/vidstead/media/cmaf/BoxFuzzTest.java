package io.vidstead.media.cmaf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vidstead.media.MediaException;
import java.nio.ByteBuffer;

/** Whatever bytes are taken for boxes: they are read, or they are malformed. */
class BoxFuzzTest {
    private static final int MAX_DEPTH = 8;

    @FuzzTest(maxDuration = "1m")
    void boxes(byte[] bytes) {
        try {
            Box.parse(() -> walk(ByteBuffer.wrap(bytes), MAX_DEPTH));
        } catch (MediaException _) {
            // So it is said.
        }
    }

    private static int walk(ByteBuffer bytes, int depth) {
        int count = 0;
        for (var box : Box.list(bytes)) {
            count++;
            if (depth > 0 && box.type().matches("[a-z ]{4}")) {
                count += walk(box.reader(), depth - 1);
            }
        }
        return count;
    }

    @FuzzTest(maxDuration = "1m")
    void sampleDescriptions(byte[] bytes) {
        for (var handler : new String[] {"vide", "soun"}) {
            try {
                Box.parse(() ->
                        SampleEntry.of(handler, Box.list(ByteBuffer.wrap(bytes)).getFirst()));
            } catch (MediaException | java.util.NoSuchElementException _) {
                // So it is said; an empty list is this test's own.
            }
        }
    }

    @FuzzTest(maxDuration = "1m")
    void elementaryStreamDescriptors(byte[] bytes) {
        try {
            Box.parse(() -> Esds.codecs(ByteBuffer.wrap(bytes)));
        } catch (MediaException _) {
            // So it is said.
        }
    }
}
