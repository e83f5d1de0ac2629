package io.vidstead.trending;

import io.vidstead.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes all scores anew, so that what is old counts less. */
@ApplicationScoped
class RefreshJob implements RecurringJob {

    private final Trends trends;

    RefreshJob(Trends trends) {
        this.trends = trends;
    }

    @Override
    public String name() {
        return "trending.refresh";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        trends.refresh();
    }
}
