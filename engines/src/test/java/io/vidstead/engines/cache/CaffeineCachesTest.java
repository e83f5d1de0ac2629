package io.vidstead.engines.cache;

import io.vidstead.engines.FakeTicker;
import java.time.Duration;

class CaffeineCachesTest extends CacheContract {

    private final FakeTicker ticker = new FakeTicker();

    @Override
    protected Caches caches() {
        return new CaffeineCaches(ticker);
    }

    @Override
    protected void pass(Duration duration) {
        ticker.advance(duration);
    }
}
