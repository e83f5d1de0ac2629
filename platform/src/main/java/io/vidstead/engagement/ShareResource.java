package io.vidstead.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.Viewers;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;

/** {@code /api/v1/videos/{id}/share}: somebody, signed in or not, took a video's link to others. */
@Path("/api/v1/videos/{id}/share")
@RunOnVirtualThread
class ShareResource {

    private static final Rate RATE = new Rate(1, Duration.ofSeconds(1), 30);

    private final Catalog catalog;
    private final Viewers viewers;
    private final EventLog log;
    private final RateLimiter limiter;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    ShareResource(
            Catalog catalog,
            Viewers viewers,
            EventLog log,
            RateLimiter limiter,
            ObjectMapper json,
            Clock clock,
            Caller caller) {
        this.catalog = catalog;
        this.viewers = viewers;
        this.log = log;
        this.limiter = limiter;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /** Whether it counts is not told: there is nothing to be learned by trying. */
    @POST
    public Response share(@PathParam("id") VideoId id) {
        if (limiter.attempt("shares:" + caller.address(), RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_shares", "Shares come too often.", limited.retryAfter());
        }
        if (!catalog.requireVisible(caller, id).state().playable()) {
            throw Problem.notFound("not_playable", "The video cannot be watched yet.");
        }
        try {
            String payload = json.writeValueAsString(new Share.Payload(viewers.name(caller)));
            log.append(NewEvent.of(Share.TOPIC, clock.instant(), id.value(), null, payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payloads are plain records", e);
        }
        return Response.accepted().build();
    }
}
