package io.vidstead.app.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vidstead.accounts.AccessTokens;
import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.http.SiteOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The first thing every request meets, on the event loop: sets the security headers, refuses what this server's roles do
 * not serve, state changes sent from other sites, bad tokens, and whoever comes too often. Never blocks.
 */
@ApplicationScoped
class RequestGate {

    /** Where the caller's identity rests in a request; absent for anonymous ones. */
    static final String IDENTITY = "vidstead.identity";

    private static final int PRIORITY = 500;
    private static final int MAX_AUTHORIZATION = 8_192;
    private static final String JSON = "application/json";
    private static final long MAX_JSON = 1 << 20;
    private static final int MAX_JSON_DIGITS = 9;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AccessTokens tokens;
    private final ProblemWriter problems;
    private final RateLimits limits;
    private final boolean servesApi;
    private final boolean servesSockets;
    private final SiteOrigin site;

    RequestGate(AccessTokens tokens, ProblemWriter problems, RateLimits limits, SiteOrigin site, Settings settings) {
        this.tokens = tokens;
        this.problems = problems;
        this.limits = limits;
        this.servesApi = settings.roles().contains(ServerRole.API);
        this.servesSockets = settings.roles().contains(ServerRole.REALTIME);
        this.site = site;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext request) {
        String path = request.normalizedPath();
        MDC.put(Traces.LOG_KEY, Traces.id(request));
        SecurityHeaders.set(request.response().headers(), path);
        try {
            if (path.startsWith("/api") && path.indexOf(';') >= 0) {
                // Routing leaves out what follows one in a segment: it would ask for another thing than what is counted
                // here.
                throw Problem.notFound("not_found", "Addresses of the API have no semicolons.");
            }
            if (!serves(path)) {
                throw Problem.notFound("not_found", "This server does not answer requests of this kind.");
            }
            if (!READING.contains(request.request().method())) {
                refuseOtherSites(request.request());
                refuseLargeJson(request.request());
            }
            limits.count(request, path, identify(request, path));
        } catch (Problem problem) {
            // Whatever body is on its way is not read; the connection cannot be used again.
            if (!READING.contains(request.request().method())) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            problems.send(request, problem);
            return;
        }
        request.next();
    }

    private @Nullable Identity identify(RoutingContext request, String path) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return null;
        }
        try {
            if (authorization.length() > MAX_AUTHORIZATION || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
                throw AccessTokens.refused();
            }
            Identity identity = tokens.verify(authorization.substring(7).strip());
            request.put(IDENTITY, identity);
            return identity;
        } catch (Problem badToken) {
            limits.count(request, path, null); // trying tokens is counted as what it is: somebody at an address
            throw badToken;
        }
    }

    /** Browsers say where a request comes from; programs say nothing and carry no cookies. */
    private void refuseOtherSites(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String fetchSite = headers.get("Sec-Fetch-Site");
        boolean otherSite = fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
        if (otherSite || !site.isOwn(request)) {
            throw Problem.forbidden("cross_site", "Changes are only taken from this site's own pages.");
        }
    }

    /** Files may be large and are read piece by piece; JSON is read whole, so its length must be known and small. */
    private static void refuseLargeJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.regionMatches(true, 0, JSON, 0, JSON.length())) {
            return;
        }
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw Problem.caller("length_required", "JSON must come with its length.")
                    .status(411);
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > MAX_JSON_DIGITS || Long.parseLong(length) > MAX_JSON)) {
            throw Problem.caller("too_large", "JSON may have 1 MiB.").status(413);
        }
    }

    private boolean serves(String path) {
        return path.equals("/ws") ? servesSockets : servesApi || isOperations(path);
    }

    private static boolean isOperations(String path) {
        return path.startsWith("/health") || path.equals("/metrics");
    }
}
