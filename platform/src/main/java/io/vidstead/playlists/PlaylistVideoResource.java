package io.vidstead.playlists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PlaylistAnswers.Put;
import io.vidstead.playlists.PlaylistAnswers.Videos;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/playlists/{id}/videos} and {@code …/items}: what is in a list, and in which order. */
@Path("/api/v1/playlists/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlaylistVideoResource {

    private final PlaylistGate gate;
    private final PlaylistVideos videos;
    private final LikedVideos liked;

    PlaylistVideoResource(PlaylistGate gate, PlaylistVideos videos, LikedVideos liked) {
        this.gate = gate;
        this.videos = videos;
        this.liked = liked;
    }

    /** @param shuffle a number; the same one gives the same order again. Left out: the list's own order */
    @GET
    @Path("videos")
    public Videos list(
            @PathParam("id") String id,
            @QueryParam("shuffle") @Nullable Integer shuffle,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of(page, limit, cursor);
        if (id.equals(PlaylistGate.LIKED)) {
            if (shuffle != null) {
                throw Problem.caller("bad_shuffle", "This list has its own order only.");
            }
            return liked.list(request);
        }
        var order = ItemOrder.of(shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle));
        return videos.list(gate.id(id), order, request);
    }

    /** A video that is in the list already stays where it is. */
    @PUT
    @Path("videos/{video}")
    public Put add(@PathParam("id") String id, @PathParam("video") VideoId video) {
        return videos.add(gate.id(id), video);
    }

    @DELETE
    @Path("videos/{video}")
    public void remove(@PathParam("id") String id, @PathParam("video") VideoId video) {
        videos.remove(gate.id(id), video);
    }

    /** For what is shown as unavailable too. */
    @DELETE
    @Path("items/{item}")
    public void removeItem(@PathParam("id") String id, @PathParam("item") ItemId item) {
        videos.remove(gate.id(id), item);
    }

    @POST
    @Path("items/{item}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    public void move(
            @PathParam("id") String id, @PathParam("item") ItemId item, @NotNull @Valid PlaylistRequests.Move move) {
        videos.move(gate.id(id), item, Optional.ofNullable(move.after()));
    }
}
