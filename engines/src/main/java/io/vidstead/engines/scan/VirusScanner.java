package io.vidstead.engines.scan;

import java.io.IOException;
import java.io.InputStream;

/**
 * Judges content.
 *
 * <p><b>Idempotence:</b> asking again does no harm; the answer may change as signatures do. <b>Failure:</b> no answer is
 * {@link ScannerUnavailableException}, never {@link Verdict.Clean}. <b>Cost:</b> the content is streamed in small pieces,
 * about as fast as a network or one processor allows. May be called from any thread.
 */
public interface VirusScanner {

    /** Whether it looks at anything at all. */
    boolean isOn();

    /**
     * Reads the content, which stays open, as far as the scanner is set up to look.
     *
     * @throws IOException when reading the content failed
     * @throws ScannerUnavailableException when there was no verdict; trying again later is worth it
     */
    Verdict scan(InputStream content) throws IOException;

    /** What the scanner says. */
    sealed interface Verdict {

        record Clean() implements Verdict {}

        /** @param signature what was recognised, in letters, digits and {@code . _ - :} */
        record Infected(String signature) implements Verdict {}
    }
}
