package io.vidstead.media.jit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vidstead.media.MediaException;
import io.vidstead.media.cmaf.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A sample table lies within its file, or is not suited; so does a whole original. */
class SampleTableFuzzTest {
    private static final long FILE_SIZE = 1 << 20;

    @TempDir
    private static Path folder;

    @FuzzTest(maxDuration = "1m")
    void tables(byte[] bytes) {
        try {
            var table = Box.parse(() -> SampleTable.read(new Box("stbl", ByteBuffer.wrap(bytes)), FILE_SIZE));
            for (int sample = 0; sample < table.count(); sample++) {
                var place = table.place(sample);
                if (place.offset() < 0 || place.end() > FILE_SIZE || table.duration(sample) < 0) {
                    throw new AssertionError(place);
                }
            }
        } catch (MediaException | NotSuited _) {
            // So it is said.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void originals(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("original"), bytes);
        JitSource.reopen(file).ifPresent(source -> {
            if (source.video().size() <= 0) {
                throw new AssertionError();
            }
        });
    }
}
