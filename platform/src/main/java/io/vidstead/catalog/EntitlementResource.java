package io.vidstead.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.accounts.Accounts;
import io.vidstead.accounts.Profile;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/videos/{id}/entitlements/{username}}: the owner says who may play a premium video. */
@Path("/api/v1/videos/{id}/entitlements/{username}")
@Tag(name = "Videos")
@RunOnVirtualThread
class EntitlementResource {

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

    @PUT
    @Operation(summary = "Let somebody play a premium video")
    public void grant(@PathParam("id") VideoId id, @PathParam("username") String username) {
        editor.requireEditable(caller, id);
        entitlements.grant(id, user(username));
    }

    @DELETE
    @Operation(
            summary = "Let somebody play it no longer",
            description = "What their player has the key of plays to its end.")
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
