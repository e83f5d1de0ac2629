package io.vidstead.accounts;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code sign_ins} and {@code refresh_tokens}. */
final class SignInStore {

    /** @param used when it was exchanged for the next one */
    record RefreshToken(
            long signIn,
            UserId user,
            Role role,
            boolean active,
            boolean revoked,
            Instant created,
            Instant expires,
            @Nullable Instant used) {}

    private SignInStore() {}

    static void insert(Handle tx, long signIn, UserId user, String device, String address, Instant now) {
        tx.createUpdate("""
                        INSERT INTO sign_ins (id, user_id, device, address, created_at, last_used_at)
                        VALUES (:id, :user_id, :device, :address, :now, :now)
                        """)
                .bind("id", signIn)
                .bind("user_id", user)
                .bind("device", device)
                .bind("address", address)
                .bind("now", now)
                .execute();
    }

    static void insertToken(Handle tx, byte[] hash, long signIn, Instant now, Instant expires) {
        tx.createUpdate("""
                        INSERT INTO refresh_tokens (hash, sign_in_id, created_at, expires_at)
                        VALUES (:hash, :sign_in_id, :now, :expires_at)
                        """)
                .bind("hash", hash)
                .bind("sign_in_id", signIn)
                .bind("now", now)
                .bind("expires_at", expires)
                .execute();
    }

    /** The token and its sign-in; whoever else brings the same token waits until the transaction ends. */
    static Optional<RefreshToken> lockToken(Handle tx, byte[] hash) {
        return tx.createQuery("""
                        SELECT t.sign_in_id, s.user_id, u.role, u.is_active, s.revoked_at IS NOT NULL AS revoked,
                               t.created_at, t.expires_at, t.used_at
                        FROM refresh_tokens t
                        JOIN sign_ins s ON s.id = t.sign_in_id
                        JOIN users u ON u.id = s.user_id
                        WHERE t.hash = :hash
                        FOR NO KEY UPDATE OF t, s
                        """)
                .bind("hash", hash)
                .map((row, _) -> new RefreshToken(
                        row.getLong("sign_in_id"),
                        Columns.userId(row, "user_id"),
                        Role.fromString(row.getString("role")),
                        row.getBoolean("is_active"),
                        row.getBoolean("revoked"),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "expires_at"),
                        Columns.instantOrNull(row, "used_at")))
                .findOne();
    }

    static void markUsed(Handle tx, byte[] hash, Instant now) {
        tx.createUpdate("UPDATE refresh_tokens SET used_at = coalesce(used_at, :now) WHERE hash = :hash")
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    static void touch(Handle tx, long signIn, Instant now) {
        tx.createUpdate("UPDATE sign_ins SET last_used_at = :now WHERE id = :id")
                .bind("id", signIn)
                .bind("now", now)
                .execute();
    }

    static void revoke(Handle tx, long signIn, Instant now) {
        tx.createUpdate("UPDATE sign_ins SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .bind("id", signIn)
                .bind("now", now)
                .execute();
    }

    /** Ends all sign-ins of a user but one. Returns those that were ended. */
    static List<Long> revokeAllBut(Handle tx, UserId user, long kept, Instant now) {
        return tx.createQuery("""
                        UPDATE sign_ins
                        SET revoked_at = :now
                        WHERE user_id = :user_id AND id <> :kept AND revoked_at IS NULL
                        RETURNING id
                        """)
                .bind("user_id", user)
                .bind("kept", kept)
                .bind("now", now)
                .mapTo(Long.class)
                .list();
    }

    static Set<Long> listRevoked(Handle handle, Collection<Long> signIns) {
        return Set.copyOf(handle.createQuery("SELECT id FROM sign_ins WHERE id = ANY (:ids) AND revoked_at IS NOT NULL")
                .bindArray("ids", Long.class, signIns)
                .mapTo(Long.class)
                .list());
    }

    /** Forgets tokens that are refused by their age, whoever brings them. */
    static void deleteExpiredTokens(Handle tx, Instant now) {
        tx.createUpdate("DELETE FROM refresh_tokens WHERE expires_at <= :now")
                .bind("now", now)
                .execute();
    }

    /** Forgets sign-ins of which no token is left. */
    static void deleteEnded(Handle tx) {
        tx.createUpdate("""
                        DELETE FROM sign_ins s
                        WHERE NOT EXISTS (SELECT 1 FROM refresh_tokens t WHERE t.sign_in_id = s.id)
                        """).execute();
    }
}
