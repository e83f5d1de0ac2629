package io.vidstead.accounts;

import io.vidstead.kernel.Columns;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code token_keys}. */
final class TokenKeyStore {

    /**
     * @param privateKey PKCS #8
     * @param publicKey X.509
     */
    record StoredKey(String kid, byte[] privateKey, byte[] publicKey, Instant created) {}

    private TokenKeyStore() {}

    /** Newest first; other servers that want to make the first key wait until this transaction ends. */
    static List<StoredKey> lockAndList(Handle tx) {
        tx.execute("LOCK TABLE token_keys IN SHARE ROW EXCLUSIVE MODE");
        return list(tx);
    }

    static List<StoredKey> list(Handle tx) {
        return tx.createQuery("""
                        SELECT kid, private_key, public_key, created_at
                        FROM token_keys
                        ORDER BY created_at DESC, kid
                        """)
                .map((row, _) -> new StoredKey(
                        row.getString("kid"),
                        row.getBytes("private_key"),
                        row.getBytes("public_key"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    static void insert(Handle tx, StoredKey key) {
        tx.createUpdate("""
                        INSERT INTO token_keys (kid, private_key, public_key, created_at)
                        VALUES (:kid, :private_key, :public_key, :created_at)
                        """)
                .bind("kid", key.kid())
                .bind("private_key", key.privateKey())
                .bind("public_key", key.publicKey())
                .bind("created_at", key.created())
                .execute();
    }
}
