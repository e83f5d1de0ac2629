package io.vidstead.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.MediaFacts;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/videos/{id}/watch-position}: players of signed-in viewers tell how far they are. */
@Path("/api/v1/videos/{id}/watch-position")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WatchPositionResource {

    /** Players and containers differ by a little about where the end is. */
    private static final double SLACK_SECONDS = 1;

    /** Seconds, both. */
    record Told(
            @NotNull @PositiveOrZero Double position,
            @NotNull @Positive Double duration) {}

    /**
     * What was told, in whole seconds.
     *
     * @param recorded whether it was kept: not while the viewer has paused their history
     */
    record Kept(boolean success, long position, boolean recorded) {}

    private final Catalog catalog;
    private final WatchHistory history;
    private final Caller caller;

    WatchPositionResource(Catalog catalog, WatchHistory history, Caller caller) {
        this.catalog = catalog;
        this.history = history;
        this.caller = caller;
    }

    @POST
    public Kept tell(@PathParam("id") VideoId id, @NotNull @Valid Told told) {
        UserId viewer = caller.require();
        Video video = catalog.requireVisible(caller, id);
        double length = video.facts()
                .map(MediaFacts::duration)
                .map(duration -> duration.toMillis() / 1000.0)
                .orElse(told.duration());
        if (told.position() > Math.max(told.duration(), length) + SLACK_SECONDS) {
            throw Problem.caller("bad_position", "position is behind the end of the video.");
        }
        double position = Math.min(told.position(), length);
        boolean recorded = history.put(viewer, id, position, length);
        return new Kept(true, (long) position, recorded);
    }
}
