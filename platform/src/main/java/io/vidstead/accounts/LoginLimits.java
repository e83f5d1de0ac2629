package io.vidstead.accounts;

import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.limits.RateLimiter.Decision;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Slows down guessing: failed sign-ins are counted for the account, wherever they come from, and for the address,
 * whichever accounts it tries. Successful ones cost nothing. While blocked, the right password is refused too, or the
 * answer would tell which one it was. Those under way on this server are taken for failures until it is known: as many at once
 * get no further than one after the other.
 */
@ApplicationScoped
class LoginLimits {

    static final int FAILURES_PER_ACCOUNT = 5;
    /** More people than one may sit behind one address. */
    static final int FAILURES_PER_ADDRESS = 20;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    private static final Rate ACCOUNT = Rate.of(FAILURES_PER_ACCOUNT, WINDOW);
    private static final Rate ADDRESS = Rate.of(FAILURES_PER_ADDRESS, WINDOW);

    private final RateLimiter limiter;
    private final Rate registrations;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    /** One that is under way, until it is closed. */
    final class Attempt implements AutoCloseable {

        private final String account;
        private final String network;

        private Attempt(String login, String address) {
            this.account = "login-account:" + login;
            this.network = "login-address:" + ClientAddress.network(address);
        }

        void failed() {
            limiter.attempt(account, ACCOUNT);
            limiter.attempt(network, ADDRESS);
        }

        @Override
        public void close() {
            leave(account);
            leave(network);
        }
    }

    LoginLimits(RateLimiter limiter, Settings.Registration settings) {
        this.limiter = limiter;
        this.registrations = new Rate(settings.perHour(), Duration.ofHours(1), settings.perHour());
    }

    /**
     * Begins an attempt, before its password is looked at.
     *
     * @throws Problem limited
     */
    Attempt begin(String login, String address) {
        Attempt attempt = new Attempt(login, address);
        int ofAccount = enter(attempt.account);
        int ofNetwork = enter(attempt.network);
        try {
            refuse(limiter.look(attempt.account, ACCOUNT), ofAccount);
            refuse(limiter.look(attempt.network, ADDRESS), ofNetwork);
        } catch (Problem limited) {
            attempt.close();
            throw limited;
        }
        return attempt;
    }

    /** How many are under way with this one. */
    private int enter(String key) {
        return underWay.merge(key, 1, Integer::sum);
    }

    private void leave(String key) {
        underWay.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    /** @throws Problem limited */
    void checkRegistration(String address) {
        refuse(limiter.attempt("register:" + ClientAddress.network(address), registrations), 1);
    }

    /** @param coming how many come at once, with the one that was decided on */
    private static void refuse(Decision decision, int coming) {
        switch (decision) {
            case Decision.Limited limited -> throw tooMany(limited.retryAfter());
            case Decision.Allowed allowed -> {
                if (coming > allowed.remaining() + 1) {
                    throw tooMany(UNDER_WAY);
                }
            }
        }
    }

    private static Problem tooMany(Duration retryAfter) {
        return Problem.limited("too_many_attempts", "Too many attempts; wait a little.", retryAfter);
    }
}
