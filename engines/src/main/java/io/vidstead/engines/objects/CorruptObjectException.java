package io.vidstead.engines.objects;

/** The bytes in the store are not those that were put there. */
public final class CorruptObjectException extends StorageException {

    private static final long serialVersionUID = 1L;

    public CorruptObjectException(String message) {
        super(message);
    }
}
