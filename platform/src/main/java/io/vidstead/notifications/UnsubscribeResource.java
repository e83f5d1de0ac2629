package io.vidstead.notifications;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Transactions;
import io.vidstead.notifications.UnsubscribeTokens.Claim;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/notifications/unsubscribe}: what the links in letters lead to, without signing in. Reading changes
 * nothing, because mail programs open links; a POST with any body or none does it, as RFC 8058 asks for.
 */
@Path("/api/v1/notifications/unsubscribe")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UnsubscribeResource {

    private final Transactions transactions;
    private final UnsubscribeTokens tokens;

    UnsubscribeResource(Transactions transactions, UnsubscribeTokens tokens) {
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /**
     * @param kind null: all kinds
     * @param subscribed whether mail of it is still sent
     */
    record Payload(@Nullable Kind kind, boolean subscribed) {}

    @GET
    public Payload read(@QueryParam("token") @DefaultValue("") String token) {
        return payload(tokens.read(token));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Payload stop(
            @QueryParam("token") @DefaultValue("") String token,
            @QueryParam("all") @DefaultValue("false") boolean all) {
        Claim claim = tokens.read(token);
        transactions.run(tx -> {
            for (Kind kind : all ? List.of(Kind.values()) : kinds(claim)) {
                Preferences.stopMail(tx, claim.user(), kind);
            }
        });
        return payload(claim);
    }

    private Payload payload(Claim claim) {
        Preferences preferences = transactions.call(tx -> Preferences.of(tx, claim.user()));
        boolean subscribed = kinds(claim).stream()
                .anyMatch(kind ->
                        preferences.ways().getOrDefault(kind, kind.defaults()).email());
        return new Payload(claim.kind().orElse(null), subscribed);
    }

    private static List<Kind> kinds(Claim claim) {
        return claim.kind().map(List::of).orElseGet(() -> List.of(Kind.values()));
    }
}
