package io.vidstead.kernel.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a Range header says, what is served lies within the file. */
class ByteRangeFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void headers(byte[] bytes) {
        var header = new String(bytes, StandardCharsets.ISO_8859_1);
        for (long size : new long[] {0, 1, 1000, Long.MAX_VALUE}) {
            if (ByteRange.parse(header, size) instanceof ByteRange.Part(long offset, long length)
                    && (offset < 0 || length <= 0 || offset > size - length)) {
                throw new AssertionError(header + " of " + size);
            }
        }
    }
}
