package io.vidstead.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v1/videos/{id}/entitlements}: the owner says who may play a premium video. */
@Path("/api/v1/videos/{id}/entitlements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EntitlementResource {

    private static final int MAX_LISTED = 1_000;

    private final VideoEditor editor;
    private final Entitlements entitlements;
    private final Accounts accounts;
    private final Caller caller;

    EntitlementResource(VideoEditor editor, Entitlements entitlements, Accounts accounts, Caller caller) {
        this.editor = editor;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** Who may play a premium video beside its owner. */
    public record Viewers(List<Author> viewers) {}

    @GET
    public Viewers list(@PathParam("id") VideoId id) {
        editor.requireEditable(caller, id);
        List<UserId> named = entitlements.list(id, MAX_LISTED);
        Map<UserId, Profile> profiles = accounts.findAll(Set.copyOf(named));
        return new Viewers(named.stream()
                .flatMap(user -> Optional.ofNullable(profiles.get(user)).stream())
                .map(Author::of)
                .toList());
    }

    @PUT
    @Path("{username}")
    public void grant(@PathParam("id") VideoId id, @PathParam("username") String username) {
        editor.requireEditable(caller, id);
        entitlements.grant(id, user(username));
    }

    @DELETE
    @Path("{username}")
    public void revoke(@PathParam("id") VideoId id, @PathParam("username") String username) {
        editor.requireEditable(caller, id);
        entitlements.revoke(id, user(username));
    }

    private UserId user(String username) {
        return accounts.byUsername(username)
                .map(Profile::userId)
                .orElseThrow(() -> Problem.notFound("channel_not_found", "There is no such channel."));
    }
}
