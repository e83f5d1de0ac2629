package io.vidstead.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.Video;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.EventLogException;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.Viewers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** {@code /api/v1/videos/{id}/views}: heartbeats of players, signed in or not. */
@Path("/api/v1/videos/{id}/views")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ViewResource {

    /** Some tens of viewers may share an address; each sends one heartbeat every few seconds. */
    private static final Rate RATE = new Rate(20, Duration.ofSeconds(1), 100);

    private final Catalog catalog;
    private final PlaySessions sessions;
    private final Viewers viewers;
    private final EventLog log;
    private final RateLimiter limiter;
    private final ObjectMapper json;
    private final Caller caller;

    ViewResource(
            Catalog catalog,
            PlaySessions sessions,
            Viewers viewers,
            EventLog log,
            RateLimiter limiter,
            ObjectMapper json,
            Caller caller) {
        this.catalog = catalog;
        this.sessions = sessions;
        this.viewers = viewers;
        this.log = log;
        this.limiter = limiter;
        this.json = json;
        this.caller = caller;
    }

    /** Whether it made a view is not told: there is nothing to be learned by trying. */
    @POST
    public Response beat(@PathParam("id") VideoId id, @NotNull @Valid Heartbeat beat) {
        if (limiter.attempt("views:" + caller.address(), RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_heartbeats", "Heartbeats come too often.", limited.retryAfter());
        }
        Video video = catalog.requireVisible(caller, id);
        if (!video.state().playable()) {
            throw Problem.notFound("not_playable", "The video cannot be watched yet.");
        }
        Duration length = video.facts().map(MediaFacts::duration).orElse(Duration.ZERO);
        View view = sessions.beat(id, viewers.name(caller), length, beat);
        if (view != null) {
            append(view, beat);
        }
        return Response.accepted().build();
    }

    private void append(View view, Heartbeat beat) {
        try {
            String payload = json.writeValueAsString(new View.Payload(
                    view.viewer(),
                    viewers.network(caller),
                    caller.userId().map(UserId::since).orElse(null)));
            log.append(NewEvent.of(View.TOPIC, view.at(), view.videoId().value(), null, payload));
        } catch (EventLogException e) {
            sessions.takeBack(view, beat);
            throw e;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payloads are plain records", e);
        }
    }
}
