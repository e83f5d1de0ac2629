package io.vidstead.uploads;

import io.vidstead.kernel.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets one writer at a time at an upload of this server, and watches that none sleeps. */
@Singleton
class Writers {

    private static final long TAKEOVER_MILLIS = 2_000;

    private final Pace pace;
    private final LongSupplier nanoTime;
    private final Map<UploadId, Writer> writers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-senders").factory());

    @Inject
    Writers() {
        this(Pace.DEFAULT, System::nanoTime);
        var _ = watch.scheduleWithFixedDelay(this::checkAll, 1, 1, TimeUnit.SECONDS);
    }

    Writers(Pace pace, LongSupplier nanoTime) {
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    /**
     * Makes the caller the upload's writer until it closes what it gets. A writer that stalls is cut off in favour of the
     * caller.
     *
     * @param cut closes the caller's connection; run from another thread
     * @throws Problem conflict (423) when somebody else writes
     */
    Writer enter(UploadId upload, Runnable cut) {
        Writer newcomer = new Writer(pace, nanoTime, cut, () -> leave(upload));
        Writer present = writers.putIfAbsent(upload, newcomer);
        if (present != null) {
            cutIfStalled(upload, present);
            present = writers.putIfAbsent(upload, newcomer);
        }
        if (present != null) {
            throw Problem.conflict("upload_busy", "Another request is writing to this upload.")
                    .status(423)
                    .retryAfter(Duration.ofSeconds(1));
        }
        return newcomer;
    }

    /** For work on an upload without a sender, such as finishing it. */
    Writer enter(UploadId upload) {
        return enter(upload, () -> {});
    }

    /** Ends a writer that stalls, so that what it brought is settled when the offset is told. */
    void settle(UploadId upload) {
        Writer present = writers.get(upload);
        if (present != null) {
            cutIfStalled(upload, present);
        }
    }

    /** Ends whoever writes, for an upload that is taken away. */
    void expel(UploadId upload) {
        Writer present = writers.get(upload);
        if (present != null) {
            present.cutOff();
            awaitLeave(upload, present);
        }
    }

    void checkAll() {
        writers.values().forEach(Writer::check);
    }

    private void cutIfStalled(UploadId upload, Writer present) {
        if (present.stalled()) {
            present.cutOff();
            awaitLeave(upload, present);
        }
    }

    private synchronized void awaitLeave(UploadId upload, Writer present) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TAKEOVER_MILLIS);
        try {
            while (writers.get(upload) == present) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(UploadId upload) {
        writers.remove(upload);
        synchronized (this) {
            notifyAll();
        }
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }
}
