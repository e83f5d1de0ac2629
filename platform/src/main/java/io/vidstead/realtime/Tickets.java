package io.vidstead.realtime;

import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tickets open one socket within 30 seconds, on any node. A browser cannot send a header with a WebSocket's handshake, and
 * an address ends in logs: so what it carries is good for nothing afterwards.
 */
@ApplicationScoped
class Tickets {

    static final Duration LIFETIME = Duration.ofSeconds(30);
    private static final int BYTES = 32;
    private static final int MAX_LENGTH = 64;

    private final Transactions transactions;
    private final RandomGenerator random;
    private final Clock clock;

    Tickets(Transactions transactions, RandomGenerator random, Clock clock) {
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    String issue(Identity identity) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        transactions.run(tx ->
                TicketStore.insert(tx, hash(ticket), identity, clock.instant().plus(LIFETIME)));
        return ticket;
    }

    /** Absent when there is no such ticket, when it was used before or came too late. */
    Optional<Identity> redeem(String ticket) {
        return ticket.length() > MAX_LENGTH
                ? Optional.empty()
                : transactions.call(tx -> TicketStore.take(tx, hash(ticket), clock.instant()));
    }

    void tidy() {
        transactions.run(tx -> TicketStore.deleteExpired(tx, clock.instant()));
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
