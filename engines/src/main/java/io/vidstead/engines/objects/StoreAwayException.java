package io.vidstead.engines.objects;

/** The store is not reached at the moment; the same may succeed later. */
public final class StoreAwayException extends StorageException {

    private static final long serialVersionUID = 1L;

    public StoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
