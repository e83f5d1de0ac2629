package io.vidstead.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.limits.RateLimiter.Decision;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Slows down guessing: failed sign-ins are counted for the account, wherever they come from, and for the address,
 * whichever accounts it tries. Successful ones cost nothing. While blocked, the right password is refused too, or the
 * answer would tell which one it was.
 */
@ApplicationScoped
class LoginLimits {

    static final int FAILURES_PER_ACCOUNT = 5;
    /** More people than one may sit behind one address. */
    static final int FAILURES_PER_ADDRESS = 20;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Rate ACCOUNT = Rate.of(FAILURES_PER_ACCOUNT, WINDOW);
    private static final Rate ADDRESS = Rate.of(FAILURES_PER_ADDRESS, WINDOW);

    private final RateLimiter limiter;
    private final Rate registrations;
    /** Keys whose permits are used up, and when they may try again (nanoTime). */
    private final Cache<String, Long> blocked =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    LoginLimits(RateLimiter limiter, Settings.Registration settings) {
        this.limiter = limiter;
        this.registrations = new Rate(settings.perHour(), Duration.ofHours(1), settings.perHour());
    }

    /** @throws Problem limited */
    void check(String login, String address) {
        Stream.of(accountKey(login), addressKey(address)).forEach(this::refuseBlocked);
    }

    void failed(String login, String address) {
        count(accountKey(login), ACCOUNT);
        count(addressKey(address), ADDRESS);
    }

    /** @throws Problem limited */
    void checkRegistration(String address) {
        if (limiter.attempt("register:" + ClientAddress.network(address), registrations)
                instanceof Decision.Limited limited) {
            throw tooMany(limited.retryAfter());
        }
    }

    private void count(String key, Rate rate) {
        switch (limiter.attempt(key, rate)) {
            case Decision.Limited limited -> block(key, limited.retryAfter());
            case Decision.Allowed allowed -> {
                if (allowed.remaining() == 0) {
                    block(key, rate.period().dividedBy(rate.permits()));
                }
            }
        }
    }

    private void block(String key, Duration wait) {
        blocked.put(key, System.nanoTime() + wait.toNanos());
    }

    private void refuseBlocked(String key) {
        Long until = blocked.getIfPresent(key);
        if (until == null) {
            return;
        }
        long wait = until - System.nanoTime();
        if (wait > 0) {
            throw tooMany(Duration.ofNanos(wait));
        }
        blocked.invalidate(key);
    }

    private static Problem tooMany(Duration wait) {
        return Problem.limited("too_many_attempts", "Too many attempts; wait a little.", wait);
    }

    private static String accountKey(String login) {
        return "login-account:" + login;
    }

    private static String addressKey(String address) {
        return "login-address:" + ClientAddress.network(address);
    }
}
