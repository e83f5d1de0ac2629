package io.vidstead.app.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.accounts.Identity;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.engines.limits.RateLimiter.Decision;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests of the API, for their user or, without one, for their network, and refuses those beyond a quota. Answers say
 * how much is left, in the headers of draft-ietf-httpapi-ratelimit-headers-10 and in the older ones that most clients read.
 *
 * <p>On the event loop, for every request: it takes half a microsecond (docs/decisions/060-limits-and-guards.md).
 */
@ApplicationScoped
class RateLimits {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit-Limit");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("RateLimit-Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("RateLimit-Reset");

    private final RateLimiter limiter;
    private final Optional<Quotas> quotas;
    private final Networks exempt;
    private final boolean behindProxy;
    private final MeterRegistry metrics;

    RateLimits(RateLimiter limiter, Settings settings, MeterRegistry metrics) {
        this.limiter = limiter;
        this.quotas = Quotas.of(settings.limits(), settings.realtime());
        this.exempt = new Networks(settings.limits().exempt());
        this.behindProxy = !settings.http().trustedProxies().isEmpty();
        this.metrics = metrics;
        List.of(RouteClass.values()).forEach(this::refusals); // shown from the start, as 0
    }

    private Counter refusals(RouteClass route) {
        return metrics.counter(
                "vidstead_requests_limited", "route", route.name().toLowerCase(Locale.ROOT));
    }

    /**
     * @param path normalised
     * @throws Problem limited
     */
    void count(RoutingContext request, String path, @Nullable Identity identity) {
        if (quotas.isEmpty()) {
            return;
        }
        RouteClass route = RouteClass.of(request.request().method(), path);
        if (route == RouteClass.FREE) {
            return;
        }
        String address = ClientAddress.of(request);
        if (exempt.contain(address) && (behindProxy || !isForwarded(request.request()))) {
            return;
        }
        String who = identity == null
                ? ClientAddress.network(address)
                : identity.userId().toString();
        count(request.response().headers(), route, quotas.get().of(route, identity != null), who);
    }

    /** A proxy on this machine that nobody trusts is not the machine itself. */
    private static boolean isForwarded(HttpServerRequest request) {
        return request.headers().contains("X-Forwarded-For")
                || request.headers().contains("Forwarded");
    }

    private void count(MultiMap headers, RouteClass route, List<Quota> used, String who) {
        Quota nearest = used.getFirst();
        int least = Integer.MAX_VALUE;
        Duration untilFull = Duration.ZERO;
        for (Quota quota : used) {
            switch (limiter.attempt(quota.key(who), quota.rate())) {
                case Decision.Allowed allowed -> {
                    if (allowed.remaining() < least) {
                        nearest = quota;
                        least = allowed.remaining();
                        untilFull = allowed.untilFull();
                    }
                }
                case Decision.Limited limited -> {
                    tell(headers, quota, 0, limited.untilFull());
                    refusals(route).increment();
                    throw Problem.limited(
                            "rate_limited",
                            "Too many requests; Retry-After says when to come back.",
                            limited.retryAfter());
                }
            }
        }
        tell(headers, nearest, least, untilFull);
    }

    private static void tell(MultiMap headers, Quota quota, int remaining, Duration untilFull) {
        String left = Integer.toString(remaining);
        String reset = ProblemWriter.seconds(untilFull);
        headers.set(POLICY, quota.policy());
        headers.set(STATE, "\"" + quota.name() + "\";r=" + left + ";t=" + reset);
        headers.set(LIMIT, quota.limit());
        headers.set(REMAINING, left);
        headers.set(RESET, reset);
    }
}
