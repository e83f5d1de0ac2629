package io.vidstead.accounts;

import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.limits.RateLimiter.Decision;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

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

    LoginLimits(RateLimiter limiter, Settings.Registration settings) {
        this.limiter = limiter;
        this.registrations = new Rate(settings.perHour(), Duration.ofHours(1), settings.perHour());
    }

    /** @throws Problem limited */
    void check(String login, String address) {
        refuse(limiter.look(accountKey(login), ACCOUNT));
        refuse(limiter.look(addressKey(address), ADDRESS));
    }

    void failed(String login, String address) {
        limiter.attempt(accountKey(login), ACCOUNT);
        limiter.attempt(addressKey(address), ADDRESS);
    }

    /** @throws Problem limited */
    void checkRegistration(String address) {
        refuse(limiter.attempt("register:" + ClientAddress.network(address), registrations));
    }

    private static void refuse(Decision decision) {
        if (decision instanceof Decision.Limited limited) {
            throw Problem.limited("too_many_attempts", "Too many attempts; wait a little.", limited.retryAfter());
        }
    }

    private static String accountKey(String login) {
        return "login-account:" + login;
    }

    private static String addressKey(String address) {
        return "login-address:" + ClientAddress.network(address);
    }
}
