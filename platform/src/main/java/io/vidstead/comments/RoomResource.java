package io.vidstead.comments;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/comments/settings}: how one video takes comments. For its owner and moderators. */
@Path("/api/v1/videos/{id}/comments/settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RoomResource {

    /** @param policy open, held or closed; null: as the channel has it */
    record RoomSettings(@Nullable String policy) {}

    private final Catalog catalog;
    private final Transactions transactions;
    private final RoomStore rooms;
    private final Caller caller;

    RoomResource(Catalog catalog, Transactions transactions, RoomStore rooms, Caller caller) {
        this.catalog = catalog;
        this.transactions = transactions;
        this.rooms = rooms;
        this.caller = caller;
    }

    @GET
    public RoomSettings find(@PathParam("id") VideoId id) {
        Video video = requireReviewed(id);
        return transactions.read(handle -> new RoomSettings(
                rooms.policy(handle, video.id()).map(Policy::toString).orElse(null)));
    }

    @PUT
    public RoomSettings put(@PathParam("id") VideoId id, @NotNull RoomSettings wanted) {
        Video video = requireReviewed(id);
        Policy policy = wanted.policy() == null ? null : Policy.fromString(wanted.policy());
        transactions.run(tx -> {
            rooms.lock(tx, video.id(), video.owner());
            rooms.setPolicy(tx, video.id(), policy);
        });
        return new RoomSettings(wanted.policy());
    }

    private Video requireReviewed(VideoId id) {
        caller.require();
        Video video = catalog.requireVisible(caller, id);
        Reader.of(caller, video).requireReviewer();
        return video;
    }
}
