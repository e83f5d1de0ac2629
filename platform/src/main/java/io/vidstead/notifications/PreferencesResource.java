package io.vidstead.notifications;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.notifications.Preferences.Digest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/notifications/preferences}: how the signed-in user wants to be told of what. */
@Path("/api/v1/notifications/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PreferencesResource {

    private final Transactions transactions;
    private final Caller caller;

    PreferencesResource(Transactions transactions, Caller caller) {
        this.transactions = transactions;
        this.caller = caller;
    }

    record KindWays(Kind kind, boolean inApp, boolean email, boolean push) {}

    record Payload(Digest digest, List<KindWays> kinds) {}

    /** What is left out stays as it is. */
    record KindChange(
            @NotNull Kind kind,
            @Nullable Boolean inApp,
            @Nullable Boolean email,
            @Nullable Boolean push) {}

    record Change(
            @Nullable Digest digest,
            @Nullable @Size(max = 20) List<@NotNull @Valid KindChange> kinds) {}

    @GET
    public Payload read() {
        UserId user = caller.require();
        return payload(transactions.call(tx -> Preferences.of(tx, user)));
    }

    @PATCH
    public Payload change(@NotNull @Valid Change change) {
        UserId user = caller.require();
        return payload(transactions.call(tx -> {
            if (change.digest() != null) {
                Preferences.set(tx, user, change.digest());
            }
            Preferences before = Preferences.of(tx, user);
            for (KindChange kind : change.kinds() == null ? List.<KindChange>of() : change.kinds()) {
                Ways ways = before.ways().getOrDefault(kind.kind(), kind.kind().defaults());
                Preferences.set(
                        tx,
                        user,
                        kind.kind(),
                        new Ways(
                                or(kind.inApp(), ways.inApp()),
                                or(kind.email(), ways.email()),
                                or(kind.push(), ways.push())));
            }
            return Preferences.of(tx, user);
        }));
    }

    private static boolean or(@Nullable Boolean wanted, boolean before) {
        return wanted == null ? before : wanted;
    }

    private static Payload payload(Preferences preferences) {
        return new Payload(
                preferences.digest(),
                preferences.ways().entrySet().stream()
                        .map(entry -> new KindWays(
                                entry.getKey(),
                                entry.getValue().inApp(),
                                entry.getValue().email(),
                                entry.getValue().push()))
                        .toList());
    }
}
