package io.vidstead.jobs;

import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * The bound on what keeps this server's processors busy for long: {@code processing.workers} at once, at least one, whoever asks, in
 * the order of asking.
 */
@ApplicationScoped
public class EncodeSlots {

    private final Semaphore free;

    EncodeSlots(Settings.Processing settings) {
        this.free = new Semaphore(Math.max(1, settings.workers()), true);
    }

    /** Waits for a slot; {@link #release} it. */
    public void acquire() throws InterruptedException {
        free.acquire();
    }

    public void release() {
        free.release();
    }
}
