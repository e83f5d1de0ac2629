package io.vidstead.engines.scan;

import java.io.InputStream;

/** Where no scanner is set up: looks at nothing and says so. */
public final class NoVirusScanner implements VirusScanner {

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public Verdict scan(InputStream content) {
        return new Verdict.Clean();
    }
}
