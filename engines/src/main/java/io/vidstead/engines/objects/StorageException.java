package io.vidstead.engines.objects;

/** The store could not do what was asked; nothing of a write that failed so is visible. */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
