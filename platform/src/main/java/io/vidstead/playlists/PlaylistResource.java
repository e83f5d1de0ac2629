package io.vidstead.playlists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.playlists.PlaylistAnswers.Lists;
import io.vidstead.playlists.PlaylistAnswers.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/playlists}: lists, without their videos. {@code watch-later} and {@code liked} name the
 * caller's own. */
@Path("/api/v1/playlists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlaylistResource {

    private final Playlists playlists;
    private final PlaylistGate gate;
    private final PlaylistRenderer renderer;
    private final LikedVideos liked;
    private final Accounts accounts;

    PlaylistResource(
            Playlists playlists, PlaylistGate gate, PlaylistRenderer renderer, LikedVideos liked, Accounts accounts) {
        this.playlists = playlists;
        this.gate = gate;
        this.renderer = renderer;
        this.liked = liked;
        this.accounts = accounts;
    }

    /** The public ones of a channel, those that changed last first. */
    @GET
    public Lists list(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (channel == null) {
            throw Problem.caller("invalid", "channel says whose lists are wanted.");
        }
        UserId owner = accounts.byUsername(channel)
                .map(Profile::userId)
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
        return renderer.ofChannel(owner, PageRequest.of(page, limit, cursor));
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown create(@NotNull @Valid PlaylistRequests.Creation creation) {
        PlaylistId id = playlists.create(
                PlaylistDetails.NEW.with(creation.title(), creation.description(), creation.privacy()));
        return renderer.show(gate.requireVisible(id));
    }

    @GET
    @Path("{id}")
    public Shown get(@PathParam("id") String id) {
        return id.equals(PlaylistGate.LIKED) ? liked.show() : renderer.show(gate.requireVisible(gate.id(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown edit(@PathParam("id") String id, @NotNull @Valid PlaylistRequests.Change change) {
        PlaylistId playlist = gate.id(id);
        playlists.edit(playlist, details -> details.with(change.title(), change.description(), change.privacy()));
        return renderer.show(gate.requireVisible(playlist));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        playlists.delete(gate.id(id));
    }
}
