package io.vidstead.engines.objects;

/** An append at an offset that is not the end of the stage, or while another append is under way. Nothing changed. */
public final class OffsetConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long size;

    public OffsetConflictException(long offset, long size) {
        super("append at " + offset + " but the stage ends at " + size);
        this.size = size;
    }

    /** The durable size at the time of the refusal. */
    public long size() {
        return size;
    }
}
