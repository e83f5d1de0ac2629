package io.vidstead.media;

/**
 * A way to stop a running operation from another thread. One-shot: once cancelled it stays so, and every operation that
 * was given it ends with {@link MediaException.Code#CANCELLED}. Interrupting the calling thread does the same.
 */
public final class Cancellation {
    private boolean cancelled;
    private Runnable stop = () -> {};

    /** Stops what runs now and whatever starts later with this object. */
    public void cancel() {
        Runnable action;
        synchronized (this) {
            action = stop;
            stop = () -> {};
            cancelled = true;
        }
        action.run();
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs {@code action} on cancellation, at once if that has happened; a later call replaces an earlier one. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                stop = action;
                return;
            }
        }
        action.run();
    }
}
