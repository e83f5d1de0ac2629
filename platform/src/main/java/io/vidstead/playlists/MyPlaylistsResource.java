package io.vidstead.playlists;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PlaylistAnswers.Lists;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/me/playlists}: the caller's own lists and those that they were invited to. */
@Path("/api/v1/me/playlists")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MyPlaylistsResource {

    private final PlaylistRenderer renderer;

    MyPlaylistsResource(PlaylistRenderer renderer) {
        this.renderer = renderer;
    }

    /** @param video each list says whether it holds this one */
    @GET
    public Lists list(
            @QueryParam("video") @Nullable VideoId video,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return renderer.mine(Optional.ofNullable(video), PageRequest.of(page, limit, cursor));
    }
}
