package io.vidstead.realtime;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Identity;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** {@code /api/v1/realtime/ticket}: what a signed-in browser opens its socket with. */
@Path("/api/v1/realtime")
@RunOnVirtualThread
class RealtimeResource {

    /** A user may have several devices with many pages, all of which come back at once after a restart. */
    private static final Rate RATE = new Rate(60, Duration.ofMinutes(1), 60);

    private final Tickets tickets;
    private final RateLimiter limiter;
    private final Caller caller;

    RealtimeResource(Tickets tickets, RateLimiter limiter, Caller caller) {
        this.tickets = tickets;
        this.limiter = limiter;
        this.caller = caller;
    }

    record Ticket(String ticket, long expiresIn) {}

    @POST
    @Path("ticket")
    public Response ticket() {
        UserId user = caller.require();
        if (limiter.attempt("realtime-ticket:" + user, RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_tickets", "Tickets are asked for too often.", limited.retryAfter());
        }
        Identity identity = new Identity(user, caller.role(), caller.signIn().orElseThrow());
        return Response.ok(new Ticket(tickets.issue(identity), Tickets.LIFETIME.toSeconds()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
