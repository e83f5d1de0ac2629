package io.vidstead.app;

import io.vidstead.engines.events.EventLog;
import io.vidstead.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Deletes events that every group has consumed and nobody will ask for again. */
@ApplicationScoped
class EventRetention implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(7);

    private final EventLog log;
    private final Clock clock;

    EventRetention(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "events.retention";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        log.deleteBefore(clock.instant().minus(KEPT));
    }
}
