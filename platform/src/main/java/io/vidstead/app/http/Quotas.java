package io.vidstead.app.http;

import io.vidstead.kernel.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which quotas a request uses up, the narrowest first. Features have narrower ones of their own, such as for comments, uploads
 * and failed sign-ins; these are for everything.
 */
final class Quotas {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final List<Quota> user;
    private final List<Quota> userWriting;
    private final List<Quota> address;
    private final List<Quota> signingIn;
    private final List<Quota> sockets;

    private Quotas(
            List<Quota> user,
            List<Quota> userWriting,
            List<Quota> address,
            List<Quota> signingIn,
            List<Quota> sockets) {
        this.user = user;
        this.userWriting = userWriting;
        this.address = address;
        this.signingIn = signingIn;
        this.sockets = sockets;
    }

    /** Absent when nothing is counted. */
    static Optional<Quotas> of(Settings.Limits limits, Settings.Realtime realtime) {
        return switch (limits.profile()) {
            case OFF -> Optional.empty();
            case DEFAULT -> Optional.of(ordinary(limits, realtime));
            case STRICT -> Optional.of(strict(limits));
        };
    }

    /** Such that nobody who watches, writes and uploads meets them; but programs do that try everything. */
    private static Quotas ordinary(Settings.Limits limits, Settings.Realtime realtime) {
        Quota user = Quota.of("user", limits.userPerMinute().orElse(600), MINUTE);
        Quota writing = Quota.of("user-writes", limits.userPerMinute().orElse(240), MINUTE);
        Quota address = Quota.of("address", limits.addressPerMinute().orElse(300), MINUTE);
        // Everybody behind an address may come back at once, after a restart.
        Quota sockets = Quota.of("sockets", realtime.maxSocketsPerAddress(), MINUTE);
        return new Quotas(List.of(user), List.of(writing, user), List.of(address), List.of(address), List.of(sockets));
    }

    private static Quotas strict(Settings.Limits limits) {
        Quota user = limits.userPerMinute()
                .map(permits -> Quota.of("user", permits, MINUTE))
                .orElseGet(() -> Quota.of("user", 100, QUARTER));
        Quota address = limits.addressPerMinute()
                .map(permits -> Quota.of("address", permits, MINUTE))
                .orElseGet(() -> Quota.of("address", 100, QUARTER));
        Quota auth = Quota.of("auth", 5, QUARTER);
        return new Quotas(
                List.of(user),
                List.of(user),
                List.of(address),
                List.of(auth, address),
                List.of(Quota.of("sockets", 100, QUARTER)));
    }

    /** @param signedIn whether the request has a user, whose quotas count then, and not the address's */
    List<Quota> of(RouteClass route, boolean signedIn) {
        return switch (route) {
            case FREE -> List.of();
            case REALTIME -> sockets;
            case AUTH -> signedIn ? userWriting : signingIn;
            case READ -> signedIn ? user : address;
            case WRITE -> signedIn ? userWriting : address;
        };
    }
}
