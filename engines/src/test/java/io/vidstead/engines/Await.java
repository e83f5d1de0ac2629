package io.vidstead.engines;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for something that happens on another thread or in another process. The pauses between two looks are no guess at how
 * long it takes: they grow with the time that has passed, because looking may be work as well.
 */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final Duration CLOSELY = Duration.ofMillis(3);

    private Await() {}

    /** Looks until the condition holds; one that throws does not hold. An AssertionError after a generous time. */
    public static void until(String what, Callable<Boolean> condition) {
        Exception[] last = new Exception[1];
        try {
            await(what, PATIENCE, () -> {
                try {
                    return condition.call();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    last[0] = e;
                    return false;
                }
            });
        } catch (AssertionError e) {
            if (last[0] != null) {
                e.addSuppressed(last[0]);
            }
            throw e;
        }
    }

    /** Looks until the condition holds; an AssertionError after the limit, or at once when it throws. */
    public static void await(String what, Duration limit, Callable<Boolean> condition) {
        look(what, limit, SHORTEST, LONGEST, condition);
    }

    /** The same for what may be over within milliseconds. */
    public static void closely(String what, Duration limit, Callable<Boolean> condition) {
        look(what, limit, CLOSELY, CLOSELY, condition);
    }

    private static void look(
            String what, Duration limit, Duration shortest, Duration longest, Callable<Boolean> condition) {
        long begun = System.nanoTime();
        try {
            while (!condition.call()) {
                long passed = System.nanoTime() - begun;
                if (passed > limit.toNanos()) {
                    throw new AssertionError("waited " + limit + " for: " + what);
                }
                Thread.sleep(Duration.ofNanos(Math.clamp(passed / 8, shortest.toNanos(), longest.toNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for: " + what, e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("while waiting for: " + what, e);
        }
    }
}
