package io.vidstead.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hypersistence.tsid.TSID;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.engines.push.PushSender;
import io.vidstead.engines.push.PushTarget;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/push}: the browsers in which the signed-in user wants messages. */
@Path("/api/v1/push")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PushResource {

    private final Transactions transactions;
    private final Browsers browsers;
    private final PushSender pushes;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;
    private final boolean strangers;

    PushResource(
            Transactions transactions,
            Browsers browsers,
            PushSender pushes,
            Ids ids,
            Clock clock,
            Caller caller,
            Settings.Push settings) {
        this.transactions = transactions;
        this.browsers = browsers;
        this.pushes = pushes;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
        this.strangers = !settings.privateEndpoints();
    }

    /** @param publicKey base64url, for {@code applicationServerKey} */
    record Key(String publicKey) {}

    record Keys(
            @NotNull @Size(max = 200) String p256dh,
            @NotNull @Size(max = 100) String auth) {}

    /** What {@code PushSubscription.toJSON()} gives in a browser. */
    record Subscription(
            @NotNull @Size(max = 1_000) String endpoint,
            @NotNull @Valid Keys keys,
            @JsonProperty("expirationTime") @Nullable Long expirationTime) {}

    record Entry(String id, String device, Instant createdAt) {}

    record Entries(List<Entry> subscriptions) {}

    record Created(String id) {}

    @GET
    @Path("key")
    public Key key() {
        return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(pushes.publicKey()));
    }

    @GET
    @Path("subscriptions")
    public Entries list() {
        UserId user = caller.require();
        return new Entries(browsers.of(user).stream()
                .map(one -> new Entry(TSID.from(one.id()).toString(), one.device(), one.created()))
                .toList());
    }

    @POST
    @Path("subscriptions")
    public Response subscribe(@NotNull @Valid Subscription body) {
        UserId user = caller.require();
        PushTarget target = target(body);
        long signIn = caller.signIn().orElseThrow();
        long id = transactions.call(tx ->
                PushSubscriptions.put(tx, ids.newNumber(), user, signIn, target, caller.userAgent(), clock.instant()));
        return Response.status(Response.Status.CREATED)
                .entity(new Created(TSID.from(id).toString()))
                .build();
    }

    private PushTarget target(Subscription body) {
        PushTarget target;
        try {
            target = PushTarget.parse(
                    body.endpoint(), body.keys().p256dh(), body.keys().auth());
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
        if (strangers && !"https".equals(target.endpoint().getScheme())) {
            throw bad("endpoint must be https");
        }
        return target;
    }

    private static Problem bad(String why) {
        return Problem.caller("bad_push_subscription", "This is no push subscription: " + why + ".");
    }

    @DELETE
    @Path("subscriptions/{id}")
    public void unsubscribe(@PathParam("id") String id) {
        UserId user = caller.require();
        boolean removed = TSID.isValid(id)
                && transactions.call(
                        tx -> PushSubscriptions.remove(tx, user, TSID.from(id).toLong()));
        if (!removed) {
            throw Problem.notFound("push_subscription_not_found", "There is no such subscription.");
        }
    }
}
