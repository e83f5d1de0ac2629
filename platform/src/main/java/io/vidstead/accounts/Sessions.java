package io.vidstead.accounts;

import io.vidstead.accounts.SignInStore.RefreshToken;
import io.vidstead.accounts.UserStore.Credentials;
import io.vidstead.engines.pubsub.PubSub;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Signing in, staying signed in, signing out.
 *
 * <p>A refresh token is 256 random bits, kept as SHA-256 and good for one exchange. One that comes a second time was
 * copied: its whole sign-in ends. A browser may lose the answer that brings its new cookie, by reloading the page in that
 * moment, and come with the old one: within {@link #LOST_ANSWER} a cookie is exchanged again; after that the rule holds.
 */
@ApplicationScoped
class Sessions {

    static final Duration LOST_ANSWER = Duration.ofSeconds(10);
    /** PubSub channel: sign-ins that ended, as numbers with spaces between. */
    static final String ENDED_CHANNEL = "accounts.sign-ins-ended";

    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);
    private static final int TOKEN_BYTES = 32;
    private static final int MAX_TOKEN_LENGTH = 100;

    /** Where a sign-in comes from. */
    record Device(String userAgent, String address) {}

    /** Both tokens of a sign-in. */
    record Session(UserId user, AccessTokens.Issued access, String refreshToken, Duration refreshLifetime) {}

    private sealed interface Exchange {
        record Done(Identity identity, String refreshToken) implements Exchange {}

        record Refused() implements Exchange {}

        record Replayed(long signIn, UserId user) implements Exchange {}
    }

    private final Transactions transactions;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final LoginLimits limits;
    private final PubSub pubSub;
    private final Ids ids;
    private final RandomGenerator random;
    private final Clock clock;
    private final Duration refreshLifetime;

    Sessions(
            Transactions transactions,
            Passwords passwords,
            AccessTokens accessTokens,
            LoginLimits limits,
            PubSub pubSub,
            Ids ids,
            RandomGenerator random,
            Clock clock,
            Settings.Tokens settings) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.limits = limits;
        this.pubSub = pubSub;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.refreshLifetime = settings.refreshTtl();
    }

    /** @throws Problem unauthenticated, limited or unavailable */
    Session login(String login, String password, Device device) {
        Credentials user = verified(login.strip().toLowerCase(Locale.ROOT), password, device);
        return transactions.call(tx -> open(tx, user.user(), user.role(), device));
    }

    private Credentials verified(String name, String password, Device device) {
        try (LoginLimits.Attempt attempt = limits.begin(name, device.address())) {
            Optional<Credentials> known = transactions.read(db -> UserStore.findCredentials(db, name));
            String hash = known.map(Credentials::passwordHash).orElse(passwords.nobodysHash());
            boolean matches = passwords.matches(password, hash);
            if (known.isEmpty() || !matches) {
                attempt.failed();
                throw Problem.unauthenticated("wrong_login", "The name or the password is not right.");
            }
            return known.get();
        }
    }

    /** A new sign-in, in the caller's transaction. */
    Session open(Handle tx, UserId user, Role role, Device device) {
        Instant now = clock.instant();
        Identity identity = new Identity(user, role, ids.newNumber());
        SignInStore.insert(tx, identity.signIn(), user, device.userAgent(), device.address(), now);
        return session(identity, addToken(tx, identity.signIn(), now));
    }

    /**
     * @param cookie whether the token came from a browser's cookie
     * @throws Problem unauthenticated
     */
    Session refresh(String token, boolean cookie) {
        Exchange exchange = transactions.call(tx -> exchange(tx, token, cookie));
        return switch (exchange) {
            case Exchange.Done done -> session(done.identity(), done.refreshToken());
            case Exchange.Replayed replayed -> {
                LOG.warnf("A refresh token of user %s came twice; its sign-in has ended", replayed.user());
                ended(List.of(replayed.signIn()));
                throw refused();
            }
            case Exchange.Refused _ -> throw refused();
        };
    }

    /** Ends the token's sign-in; a token that is none is as good as ended. */
    void logout(String token) {
        transactions
                .call(tx -> lock(tx, token).map(known -> {
                    SignInStore.revoke(tx, known.signIn(), clock.instant());
                    return known.signIn();
                }))
                .ifPresent(signIn -> ended(List.of(signIn)));
    }

    void end(long signIn) {
        transactions.run(tx -> SignInStore.revoke(tx, signIn, clock.instant()));
        ended(List.of(signIn));
    }

    void endAll(UserId user) {
        endAllBut(user, 0);
    }

    void endAllBut(UserId user, long kept) {
        ended(transactions.call(tx -> SignInStore.revokeAllBut(tx, user, kept, clock.instant())));
    }

    private Exchange exchange(Handle tx, String token, boolean cookie) {
        Instant now = clock.instant();
        Optional<RefreshToken> found = lock(tx, token);
        if (found.isEmpty()) {
            return new Exchange.Refused();
        }
        RefreshToken known = found.get();
        boolean answerLost =
                cookie && known.used() != null && now.isBefore(known.used().plus(LOST_ANSWER));
        if (known.used() != null && !known.revoked() && !answerLost) {
            SignInStore.revoke(tx, known.signIn(), now);
            return new Exchange.Replayed(known.signIn(), known.user());
        }
        boolean fromTheFuture = known.created().isAfter(now.plus(CLOCK_SKEW));
        if (known.revoked() || !known.active() || fromTheFuture || !now.isBefore(known.expires())) {
            return new Exchange.Refused();
        }
        SignInStore.markUsed(tx, hash(token), now);
        SignInStore.touch(tx, known.signIn(), now);
        Identity identity = new Identity(known.user(), known.role(), known.signIn());
        return new Exchange.Done(identity, addToken(tx, known.signIn(), now));
    }

    private Session session(Identity identity, String refreshToken) {
        return new Session(identity.userId(), accessTokens.issue(identity), refreshToken, refreshLifetime);
    }

    private String addToken(Handle tx, long signIn, Instant now) {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        SignInStore.insertToken(tx, hash(token), signIn, now, now.plus(refreshLifetime));
        return token;
    }

    private void ended(List<Long> signIns) {
        if (!signIns.isEmpty()) {
            accessTokens.end(signIns);
            pubSub.publish(
                    ENDED_CHANNEL,
                    String.join(" ", signIns.stream().map(String::valueOf).toList()));
        }
    }

    private static Optional<RefreshToken> lock(Handle tx, String token) {
        return token.length() > MAX_TOKEN_LENGTH ? Optional.empty() : SignInStore.lockToken(tx, hash(token));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Problem refused() {
        return Problem.unauthenticated("invalid_refresh_token", "Sign in again.");
    }
}
