package io.vidstead.engines.limits;

import io.vidstead.engines.FakeTicker;
import java.time.Duration;

class LocalRateLimiterTest extends RateLimiterContract {

    private final FakeTicker ticker = new FakeTicker();
    private final LocalRateLimiter limiter = new LocalRateLimiter(ticker);

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected void pass(Duration duration) {
        ticker.advance(duration);
    }
}
