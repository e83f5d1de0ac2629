package io.vidstead.engines.timelines;

import io.vidstead.engines.database.PostgresFixture;
import io.vidstead.engines.guard.Guards;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guarded timelines keep the contract. */
class GuardedTimelinesTest extends TimelinesContract {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    private final Timelines timelines = new GuardedTimelines(new PostgresTimelines(fixture.dataSource()), new Guards());

    @Override
    protected Timelines timelines() {
        return timelines;
    }
}
