package io.vidstead.app.http;

import io.vidstead.engines.limits.Rate;
import java.time.Duration;

/**
 * A limit with the name under which answers tell of it.
 *
 * @param policy as {@code RateLimit-Policy} writes it
 */
record Quota(String name, Rate rate, String limit, String policy) {

    static Quota of(String name, int permits, Duration period) {
        return new Quota(
                name,
                Rate.of(permits, period),
                Integer.toString(permits),
                "\"" + name + "\";q=" + permits + ";w=" + period.toSeconds());
    }

    /** @param who a user's id or a network */
    String key(String who) {
        return name + ':' + who;
    }
}
