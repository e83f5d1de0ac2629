package io.vidstead.playlists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.UserId;
import io.vidstead.playlists.PlaylistAnswers.Invitation;
import io.vidstead.playlists.PlaylistAnswers.People;
import io.vidstead.playlists.PlaylistAnswers.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/playlists/{id}/invitation} and {@code …/collaborators}: filling a list together. */
@Path("/api/v1/playlists/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CollaboratorResource {

    private final PlaylistGate gate;
    private final Collaborators collaborators;
    private final PlaylistRenderer renderer;
    private final Caller caller;

    CollaboratorResource(PlaylistGate gate, Collaborators collaborators, PlaylistRenderer renderer, Caller caller) {
        this.gate = gate;
        this.collaborators = collaborators;
        this.renderer = renderer;
        this.caller = caller;
    }

    @GET
    @Path("invitation")
    public Invitation invitation(@PathParam("id") String id) {
        return collaborators.invitation(gate.id(id));
    }

    /** Makes a new link; the one before is worth nothing any more. */
    @POST
    @Path("invitation")
    public Invitation invite(@PathParam("id") String id) {
        return collaborators.invite(gate.id(id));
    }

    /** Who is in stays in. */
    @DELETE
    @Path("invitation")
    public void takeBack(@PathParam("id") String id) {
        collaborators.takeBack(gate.id(id));
    }

    @GET
    @Path("collaborators")
    public People list(@PathParam("id") String id) {
        return collaborators.list(gate.id(id));
    }

    /** Joining twice is joining once. */
    @POST
    @Path("collaborators")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown join(@PathParam("id") String id, @NotNull @Valid PlaylistRequests.Join join) {
        caller.require();
        PlaylistId playlist = gate.id(id);
        collaborators.join(playlist, join.token());
        return renderer.show(gate.requireVisible(playlist));
    }

    @DELETE
    @Path("collaborators/{user}")
    public void remove(@PathParam("id") String id, @PathParam("user") UserId user) {
        collaborators.remove(gate.id(id), user);
    }
}
