package io.vidstead.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.Video;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.limits.Rate;
import io.vidstead.engines.limits.RateLimiter;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/watch-events}: what the players of signed-in viewers did, in batches. */
@Path("/api/v1/videos/{id}/watch-events")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WatchEventResource {

    private static final Rate RATE = new Rate(5, Duration.ofSeconds(1), 30);
    private static final String AT_MOST = "must be at most {value}";

    /**
     * @param position where in the video, seconds
     * @param age how long ago, seconds, a day at most: players know that better than what time it is
     */
    record Told(
            @NotNull String type,

            @NotNull @PositiveOrZero @DecimalMax(value = "10000000", message = AT_MOST)
            Double position,

            @NotNull @PositiveOrZero @DecimalMax(value = "86400", message = AT_MOST)
            Double age,

            @Size(max = 20) @Nullable String quality,

            @PositiveOrZero @DecimalMax(value = "86400", message = AT_MOST) @Nullable
            Double stalled) {}

    record Batch(
            @NotNull @Size(min = 1, max = 100) String sessionId,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Told> events) {}

    private final Catalog catalog;
    private final Transactions transactions;
    private final HistoryStore entries;
    private final EventLog log;
    private final RateLimiter limiter;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    WatchEventResource(
            Catalog catalog,
            Transactions transactions,
            HistoryStore entries,
            EventLog log,
            RateLimiter limiter,
            ObjectMapper json,
            Clock clock,
            Caller caller) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.entries = entries;
        this.log = log;
        this.limiter = limiter;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /** Taken, and dropped while the viewer has paused their history. */
    @POST
    public Response tell(@PathParam("id") VideoId id, @NotNull @Valid Batch batch) {
        UserId viewer = caller.require();
        if (limiter.attempt("watch-events:" + viewer, RATE) instanceof RateLimiter.Decision.Limited limited) {
            throw Problem.limited("too_many_events", "Watch events come too often.", limited.retryAfter());
        }
        Video video = catalog.requireVisible(caller, id);
        double duration = video.facts()
                .map(MediaFacts::duration)
                .map(length -> length.toMillis() / 1000.0)
                .orElse(0.0);
        Instant now = clock.instant();
        List<NewEvent> events = batch.events().stream()
                .map(told -> event(viewer, now, payload(id, batch.sessionId(), duration, told), told.age()))
                .toList();
        if (!transactions.read(handle -> entries.paused(handle, viewer))) {
            log.append(events);
        }
        return Response.accepted().build();
    }

    private static WatchEvent.Payload payload(VideoId video, String session, double duration, Told told) {
        if (!WatchEvent.TYPES.contains(told.type())) {
            throw Problem.caller("bad_event", "type must be play, pause, seek, end, quality or stall.");
        }
        if ((told.quality() != null) != told.type().equals("quality")) {
            throw Problem.caller("bad_event", "quality belongs to events of that type, and to no others.");
        }
        if (told.stalled() != null && !told.type().equals("stall")) {
            throw Problem.caller("bad_event", "stalled belongs to events of the type stall.");
        }
        return new WatchEvent.Payload(
                video, session, told.type(), told.position(), duration, told.quality(), told.stalled());
    }

    private NewEvent event(UserId viewer, Instant now, WatchEvent.Payload payload, double age) {
        try {
            Instant time = now.minusMillis((long) (age * 1000));
            return NewEvent.of(
                    WatchEvent.TOPIC, time, viewer.toString(), viewer.toString(), json.writeValueAsString(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payloads are plain records", e);
        }
    }
}
