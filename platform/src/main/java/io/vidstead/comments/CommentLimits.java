package io.vidstead.comments;

import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How often one person may write, and set marks. */
@ApplicationScoped
class CommentLimits {

    private static final Rate MARKS = new Rate(120, Duration.ofMinutes(1), 60);

    private final RateLimiter limiter;
    private final Rate writes;

    CommentLimits(RateLimiter limiter, Settings.Comments settings) {
        this.limiter = limiter;
        this.writes = Rate.of(settings.perMinute(), Duration.ofMinutes(1));
    }

    /** @throws Problem limited */
    void write(UserId user) {
        attempt("comments:" + user, writes);
    }

    /** @throws Problem limited */
    void mark(UserId user) {
        attempt("comment-marks:" + user, MARKS);
    }

    private void attempt(String key, Rate rate) {
        if (limiter.attempt(key, rate) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_comments", "That was too much at once.", limited.retryAfter());
        }
    }
}
