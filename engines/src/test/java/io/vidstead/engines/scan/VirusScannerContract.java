package io.vidstead.engines.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.scan.VirusScanner.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every scanner that is on must do. */
abstract class VirusScannerContract {

    /** A scanner that looks at no more than the first {@code maxBytes}. */
    abstract VirusScanner scanner(long maxBytes);

    /** What it recognises. */
    abstract String bad();

    @Test
    void findsNothingInNoise() throws IOException {
        assertThat(scanner(1 << 20).isOn()).isTrue();
        assertThat(scan(1 << 20, noise(300_000))).isEqualTo(new Verdict.Clean());
        assertThat(scan(1 << 20, new byte[0])).isEqualTo(new Verdict.Clean());
    }

    @Test
    void findsWhatIsBadWhereverItIs() throws IOException {
        for (int before : new int[] {0, 65_530, 200_000}) {
            assertThat(scan(1 << 20, withBad(before)))
                    .isInstanceOfSatisfying(
                            Verdict.Infected.class,
                            found -> assertThat(found.signature()).matches("[\\w.:-]+"));
        }
    }

    @Test
    void looksNoFurtherThanItIsTold() throws IOException {
        assertThat(scan(100_000, withBad(200_000))).isEqualTo(new Verdict.Clean());
    }

    private Verdict scan(long maxBytes, byte[] content) throws IOException {
        return scanner(maxBytes).scan(new ByteArrayInputStream(content));
    }

    private byte[] withBad(int before) {
        byte[] bytes = noise(before + 1000);
        byte[] bad = bad().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bad, 0, bytes, before, bad.length);
        return bytes;
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
