package io.vidstead.uploads;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vidstead.kernel.Problem;
import java.nio.charset.StandardCharsets;

/** Whatever a Content-Range header says, it is a range in order or a problem. */
class ContentRangeFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void headers(byte[] bytes) {
        try {
            var range = ContentRange.parse(new String(bytes, StandardCharsets.ISO_8859_1));
            if (range.first() < 0 || range.last() < range.first()) {
                throw new AssertionError(range);
            }
        } catch (Problem _) {
            // So it is said.
        }
    }
}
