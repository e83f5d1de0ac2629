package io.vidstead.engines.scan;

import io.vidstead.engines.guard.Guard;
import io.vidstead.engines.guard.Guards;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A scanner behind a guard: while it is down, files wait without each of them waiting for it. It has time limits of its own. */
public final class GuardedScanner implements VirusScanner {

    private static final Guard.Options OPTIONS = new Guard.Options(4, Duration.ofMinutes(1), Duration.ofSeconds(30));

    private final VirusScanner scanner;
    private final Guard guard;

    public GuardedScanner(VirusScanner scanner, Guards guards) {
        this.scanner = scanner;
        this.guard = guards.create(
                "scanner",
                OPTIONS,
                new Guard.Manner(
                        ScannerUnavailableException.class::isInstance,
                        refused -> new ScannerUnavailableException(String.valueOf(refused.getMessage()), refused)));
    }

    @Override
    public boolean isOn() {
        return scanner.isOn();
    }

    @Override
    public Verdict scan(InputStream content) throws IOException {
        return guard.<Verdict, IOException>call(() -> scanner.scan(content));
    }
}
