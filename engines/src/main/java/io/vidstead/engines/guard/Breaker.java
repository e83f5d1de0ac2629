package io.vidstead.engines.guard;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.BitSet;

/**
 * Remembers how the last calls ended. Closed, it lets all calls pass; when too many of the last ones failed it opens and lets
 * none pass; after a rest it is half open and lets one at a time pass, whose outcome decides.
 *
 * <p>Each change of state begins an epoch: outcomes of calls that were let pass in an earlier one are ignored, so what was
 * under way when the engine failed does not judge it after its recovery. Any thread; never blocks for long.
 */
final class Breaker {

    /** What {@link #admit} says when a call may not pass. */
    static final long NO = -1;

    /** As metrics show it: 0, 1, 2. */
    enum State {
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    private final int window;
    private final int failuresToOpen;
    private final long rest;
    private final Ticker ticker;

    private final BitSet failed;
    private int next;
    private State state = State.CLOSED;
    private long epoch;
    /** Since when it is open, or its trial under way. */
    private long since;

    Breaker(int window, int failuresToOpen, Duration rest, Ticker ticker) {
        this.window = window;
        this.failuresToOpen = failuresToOpen;
        this.rest = rest.toNanos();
        this.ticker = ticker;
        this.failed = new BitSet(window);
    }

    /** The epoch with which the call's outcome is to be told, or {@link #NO}. */
    synchronized long admit() {
        if (state == State.CLOSED) {
            return epoch;
        }
        // A trial that says nothing for so long, such as one that waits for a slow client, does not keep the door shut.
        if (ticker.read() - since < rest) {
            return NO;
        }
        become(State.HALF_OPEN);
        return epoch;
    }

    synchronized void succeeded(long when) {
        if (when != epoch) {
            return;
        }
        if (state == State.HALF_OPEN) {
            failed.clear();
            become(State.CLOSED);
        } else {
            note(false);
        }
    }

    synchronized void failed(long when) {
        if (when != epoch) {
            return;
        }
        note(true);
        if (state == State.HALF_OPEN || failed.cardinality() >= failuresToOpen) {
            become(State.OPEN);
        }
    }

    synchronized State state() {
        return state;
    }

    /** How long until a call may pass; not negative. */
    synchronized Duration wait(Duration least) {
        long left = rest - (ticker.read() - since);
        return left > least.toNanos() ? Duration.ofNanos(left) : least;
    }

    private void note(boolean failure) {
        failed.set(next, failure);
        next = (next + 1) % window;
    }

    private void become(State other) {
        state = other;
        since = ticker.read();
        epoch++;
    }
}
