package io.vidstead.app;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code site_secrets}: what is made once for a site and shared by all its servers. */
@Singleton
class SiteSecrets {

    private final Jdbi jdbi;

    SiteSecrets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The secret of this name; the first server of a site makes it, all others read what that one wrote. */
    byte[] keep(String name, Supplier<byte[]> fresh) {
        return jdbi.inTransaction(tx -> {
            Optional<byte[]> kept = read(tx, name);
            if (kept.isPresent()) {
                return kept.get(); // a key is not made at each start to be thrown away
            }
            tx.createUpdate(
                            "INSERT INTO site_secrets (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
                    .bind("name", name)
                    .bind("value", fresh.get())
                    .execute();
            return read(tx, name).orElseThrow();
        });
    }

    private static Optional<byte[]> read(Handle tx, String name) {
        return tx.createQuery("SELECT value FROM site_secrets WHERE name = :name")
                .bind("name", name)
                .map((row, _) -> row.getBytes("value"))
                .findOne();
    }
}
