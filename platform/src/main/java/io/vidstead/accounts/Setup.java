package io.vidstead.accounts;

import io.vidstead.accounts.Registration.Applicant;
import io.vidstead.accounts.Sessions.Device;
import io.vidstead.accounts.Sessions.Session;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** How a site gets its first administrator: by a secret that only who started the server has seen. */
@ApplicationScoped
public class Setup {

    private static final int TOKEN_BYTES = 24;

    private final Transactions transactions;
    private final Registration registration;
    private final RandomGenerator random;

    Setup(Transactions transactions, Registration registration, RandomGenerator random) {
        this.transactions = transactions;
        this.registration = registration;
        this.random = random;
    }

    public boolean needsAdministrator() {
        return !transactions.read(UserStore::anyAdministrator);
    }

    /** A new secret in the place of any older one, while there is no administrator. */
    public Optional<String> newToken() {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return transactions.call(tx -> {
            if (UserStore.anyAdministrator(tx)) {
                return Optional.empty();
            }
            tx.createUpdate("""
                            INSERT INTO setup_token (hash) VALUES (:hash)
                            ON CONFLICT (only_one) DO UPDATE SET hash = excluded.hash
                            """).bind("hash", hash(token)).execute();
            return Optional.of(token);
        });
    }

    /** @throws Problem forbidden when the token is not the one, or was used */
    Session createAdministrator(String token, Applicant applicant, Device device) {
        return registration.create(applicant, Role.ADMINISTRATOR, device, tx -> use(tx, token));
    }

    private static void use(Handle tx, String token) {
        int used = tx.createUpdate("DELETE FROM setup_token WHERE hash = :hash")
                .bind("hash", hash(token))
                .execute();
        if (used == 0 || UserStore.anyAdministrator(tx)) {
            throw Problem.forbidden("invalid_setup_token", "This link is not valid, or was used already.");
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
