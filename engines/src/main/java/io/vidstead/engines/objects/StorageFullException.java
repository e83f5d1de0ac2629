package io.vidstead.engines.objects;

import java.io.IOException;

/** There is no room left; the same call may succeed when there is room again. */
public final class StorageFullException extends StorageException {

    private static final long serialVersionUID = 1L;

    public StorageFullException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a file system says so, as it does on Linux in English. */
    public static boolean isMeantBy(IOException failure) {
        String text = String.valueOf(failure.getMessage());
        return text.contains("No space left") || text.contains("uota exceeded");
    }
}
