package io.vidstead.engines.objects;

/** There is no room left; the same call may succeed when there is room again. */
public final class StorageFullException extends StorageException {

    private static final long serialVersionUID = 1L;

    public StorageFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
