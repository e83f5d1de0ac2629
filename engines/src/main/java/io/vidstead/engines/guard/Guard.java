package io.vidstead.engines.guard;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vidstead.engines.guard.RefusedException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Calls one engine: so many calls at once and no more (a bulkhead), none while it keeps failing (a breaker), and, where asked
 * for, waits only so long (a timeout).
 *
 * <p>Exceptions of the engine pass unchanged; the guard's own are what its port throws when the engine is away, with a {@link
 * RefusedException} as their cause. Nothing is retried. Any thread.
 *
 * <p>Nothing is interrupted: an interrupt would close files and connections that others share. A call that is waited for no
 * longer runs on and keeps its place until it ends, so an engine that hangs costs at most its places.
 */
public final class Guard {

    /** Work that may fail in its own way. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * How an engine is treated.
     *
     * @param places calls at once
     * @param patience how long a call waits for a place
     * @param rest how long the engine is left alone once it failed too often
     */
    public record Options(int places, Duration patience, Duration rest) {}

    /** How an engine shows that it is away. */
    public record Manner(Predicate<Throwable> failed, Function<RefusedException, RuntimeException> refused) {}

    /** Of the last so many calls … */
    static final int WINDOW = 20;
    /** … so many failed: it opens. */
    static final int FAILURES = 10;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final String engine;
    private final Options options;
    private final Manner manner;
    private final Breaker breaker;
    private final Semaphore places;
    private final LongAdder failures = new LongAdder();
    private final LongAdder refusedOpen = new LongAdder();
    private final LongAdder refusedBusy = new LongAdder();
    private final LongAdder late = new LongAdder();

    Guard(String engine, Options options, Manner manner, Ticker ticker) {
        this.engine = engine;
        this.options = options;
        this.manner = manner;
        this.breaker = new Breaker(WINDOW, FAILURES, options.rest(), ticker);
        this.places = new Semaphore(options.places());
    }

    /** In the caller's thread, for as long as it takes. */
    public <T, E extends Exception> T call(Work<T, E> work) throws E {
        enter();
        try {
            return stream(work);
        } finally {
            places.release();
        }
    }

    /** Takes no place: for calls that last as long as somebody else's bytes take to come. */
    public <T, E extends Exception> T stream(Work<T, E> work) throws E {
        return judged(admit(), work);
    }

    /** In a thread of its own, waited for so long at most. Unchecked exceptions only. */
    public <T> T within(Duration limit, Work<T, RuntimeException> work) {
        enter();
        CompletableFuture<T> answer = new CompletableFuture<>();
        long epoch;
        try {
            epoch = admit();
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
        Thread.ofVirtual().name("guard-" + engine).start(() -> {
            try {
                answer.complete(judged(epoch, work));
            } catch (Throwable e) { // whatever it is belongs to who waits
                answer.completeExceptionally(e);
            } finally {
                places.release();
            }
        });
        return await(answer, limit, epoch);
    }

    private <T> T await(CompletableFuture<T> answer, Duration limit, long epoch) {
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            late.increment();
            failures.increment();
            breaker.failed(epoch);
            throw refuse(Reason.LATE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refuse(Reason.LATE);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private <T, E extends Exception> T judged(long epoch, Work<T, E> work) throws E {
        try {
            T result = work.run();
            breaker.succeeded(epoch);
            return result;
        } catch (Throwable e) { // judged, and passed on as it is
            if (manner.failed().test(e)) {
                failures.increment();
                breaker.failed(epoch);
            } else {
                breaker.succeeded(epoch);
            }
            throw e;
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire()
                    || (!options.patience().isZero()
                            && places.tryAcquire(options.patience().toNanos(), TimeUnit.NANOSECONDS))) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        refusedBusy.increment();
        throw refuse(Reason.BUSY);
    }

    private long admit() {
        long epoch = breaker.admit();
        if (epoch == Breaker.NO) {
            refusedOpen.increment();
            throw refuse(Reason.OPEN);
        }
        return epoch;
    }

    private RuntimeException refuse(Reason reason) {
        Duration wait = reason == Reason.OPEN ? breaker.wait(SOON) : SOON;
        return manner.refused().apply(new RefusedException(engine, reason, wait));
    }

    public String engine() {
        return engine;
    }

    /** 0 closed, 1 half open, 2 open. */
    public int state() {
        return switch (breaker.state()) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    public int inUse() {
        return options.places() - places.availablePermits();
    }

    public int places() {
        return options.places();
    }

    /** Calls that failed since the start, late ones among them. */
    public long failures() {
        return failures.sum();
    }

    /** Calls that were not made since the start, or not waited for. */
    public long refused(Reason reason) {
        return switch (reason) {
            case OPEN -> refusedOpen.sum();
            case BUSY -> refusedBusy.sum();
            case LATE -> late.sum();
        };
    }
}
