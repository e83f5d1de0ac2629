package io.vidstead.playback;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.ContentKeys;
import io.vidstead.catalog.Entitlements;
import io.vidstead.catalog.Video;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.protection.ContentKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/videos/{id}/license}: gives players the key of an encrypted video, as W3C ClearKey has it. */
@Path("/api/v1/videos/{id}/license")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LicenseResource {

    private static final int MAX_KEYS = 16;

    /** A player's request (Encrypted Media Extensions, 9.1.3); ids in base64url. */
    record Wanted(
            @NotNull @Size(min = 1, max = MAX_KEYS) List<@Size(max = 22) String> kids,
            @Nullable String type) {}

    /** The answer (9.1.4). */
    record License(List<Key> keys, String type) {}

    /** One of its keys, as JSON Web Key. */
    record Key(String kty, String kid, String k) {}

    private final Catalog catalog;
    private final Entitlements entitlements;
    private final ContentKeys keys;
    private final Caller caller;

    LicenseResource(Catalog catalog, Entitlements entitlements, ContentKeys keys, Caller caller) {
        this.catalog = catalog;
        this.entitlements = entitlements;
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response license(@PathParam("id") VideoId id, @NotNull @Valid Wanted wanted) {
        Video video = catalog.requireVisible(caller, id);
        if (!entitlements.mayPlay(caller, video)) {
            throw Problem.forbidden("not_entitled", "This video is for those who were given access to it.");
        }
        List<Key> found = keys.find(id).map(LicenseResource::key).stream()
                .filter(key -> wanted.kids().contains(key.kid()))
                .toList();
        if (found.isEmpty()) {
            throw Problem.notFound("key_not_found", "The video has no such key.");
        }
        return Response.ok(new License(found, "temporary"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Key key(ContentKey key) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new Key(
                "oct",
                base64.encodeToString(ContentKey.bytes(key.id())),
                base64.encodeToString(key.secret().getEncoded()));
    }
}
