package io.vidstead.realtime;

import io.vidstead.accounts.Identity;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code realtime_ticket}. */
final class TicketStore {

    private TicketStore() {}

    static void insert(Handle tx, byte[] hash, Identity identity, Instant expires) {
        tx.createUpdate("""
                        insert into realtime_ticket (hash, user_id, role, sign_in, expires_at)
                        values (:hash, :user_id, :role, :sign_in, :expires_at)
                        """)
                .bind("hash", hash)
                .bind("user_id", identity.userId())
                .bind("role", identity.role().toString())
                .bind("sign_in", identity.signIn())
                .bind("expires_at", expires)
                .execute();
    }

    /** Takes it out of the world; of two who come with it, one gets it. */
    static Optional<Identity> take(Handle tx, byte[] hash, Instant now) {
        return tx.createQuery("""
                        delete from realtime_ticket where hash = :hash
                        returning user_id, role, sign_in, expires_at > :now as good
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map((row, _) -> row.getBoolean("good")
                        ? Optional.of(new Identity(
                                Columns.userId(row, "user_id"),
                                Role.fromString(row.getString("role")),
                                row.getLong("sign_in")))
                        : Optional.<Identity>empty())
                .findOne()
                .flatMap(found -> found);
    }

    static int deleteExpired(Handle tx, Instant now) {
        return tx.createUpdate("delete from realtime_ticket where expires_at < :now")
                .bind("now", now)
                .execute();
    }
}
