package io.vidstead.engines.limits;

import java.time.Duration;

/**
 * Says who may go on and who comes too often (generic cell rate algorithm).
 *
 * <p><b>Atomicity:</b> concurrent attempts of one key never pass more than the rate allows. A refused attempt does not
 * count. Keys are independent of each other; the same key with another rate is judged by the rate of the call.
 *
 * <p>Time is monotonic: jumps of the clock neither open nor close the door.
 */
public interface RateLimiter {

    /** One attempt of the key, such as {@code login:203.0.113.7}. */
    Decision attempt(String key, Rate rate);

    /** May go on or not. */
    sealed interface Decision {

        /** @param remaining how many more would be allowed right now */
        record Allowed(int remaining) implements Decision {}

        /** @param retryAfter when the next attempt will be allowed if nobody else uses the key; positive */
        record Limited(Duration retryAfter) implements Decision {}
    }
}
