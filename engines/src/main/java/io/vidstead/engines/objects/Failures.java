package io.vidstead.engines.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a full disk from other failures of a file system. */
record Failures(Path root) {

    private static final long ALMOST_NOTHING = 1 << 20;

    StorageException translate(String what, IOException failure) {
        return full(failure)
                ? new StorageFullException(what + ": no room left", failure)
                : new StorageException(what + ": " + failure.getMessage(), failure);
    }

    /** By its text, or, as that may be in any language, by there being next to no room. */
    private boolean full(IOException failure) {
        if (StorageFullException.isMeantBy(failure)) {
            return true;
        }
        try {
            return Files.getFileStore(root).getUsableSpace() < ALMOST_NOTHING;
        } catch (IOException _) {
            return false;
        }
    }
}
