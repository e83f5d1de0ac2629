package io.vidstead.trending;

import io.vidstead.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Makes the scores anew of what people just watched, liked or shared. */
@ApplicationScoped
class TouchedJob implements RecurringJob {

    private final Trends trends;

    TouchedJob(Trends trends) {
        this.trends = trends;
    }

    @Override
    public String name() {
        return "trending.touched";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        trends.refreshTouched();
    }
}
