package io.vidstead.engines.objects;

/** The stage was committed, discarded or never begun; what is asked of it comes too late. The store is well. */
public final class StageEndedException extends StorageException {

    private static final long serialVersionUID = 1L;

    public StageEndedException(String message) {
        super(message);
    }
}
