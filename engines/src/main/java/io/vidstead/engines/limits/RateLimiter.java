package io.vidstead.engines.limits;

import java.time.Duration;

/**
 * Says who may go on and who comes too often (generic cell rate algorithm).
 *
 * <p><b>Atomicity:</b> concurrent attempts of one key never pass more than the rate allows. A refused attempt does not
 * count. Keys are independent of each other; the same key with another rate is judged by the rate of the call.
 *
 * <p><b>Order:</b> attempts of one key are judged one after the other, in no particular order.
 *
 * <p><b>Memory</b> is bounded; beyond the bound the keys least used are forgotten, as if they had rested.
 *
 * <p><b>Failure:</b> an engine that cannot be asked lets everybody pass, because a limit is no lock.
 *
 * <p>Time is monotonic: jumps of the clock neither open nor close the door. Cheap enough for every request; never blocks on a
 * single node.
 */
public interface RateLimiter {

    /** One attempt of the key, such as {@code login:203.0.113.7}. */
    Decision attempt(String key, Rate rate);

    /** What an attempt would get now; makes none. */
    Decision look(String key, Rate rate);

    /** May go on or not. */
    sealed interface Decision {

        /** When the whole burst is there again if nobody uses the key. */
        Duration untilFull();

        /** @param remaining how many more would be allowed right now */
        record Allowed(int remaining, Duration untilFull) implements Decision {}

        /** @param retryAfter when the next attempt will be allowed if nobody else uses the key; positive */
        record Limited(Duration retryAfter, Duration untilFull) implements Decision {}
    }
}
