package io.vidstead.uploads;

import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * What users' files take, in the table {@code storage_use}. A declared size counts from the creation of its upload on, so
 * that racing creations cannot exceed the quota together: each waits for the user's row.
 */
@ApplicationScoped
class StorageQuota {

    private final long quotaBytes;

    StorageQuota(Settings.Uploads settings) {
        this.quotaBytes = settings.quota().bytes();
    }

    /** Locks the user's account until the transaction ends: who creates something for the user goes one after another. */
    void lock(Handle tx, UserId owner) {
        tx.createUpdate("insert into storage_use (owner_id, used_bytes) values (:owner, 0) on conflict do nothing")
                .bind("owner", owner.value())
                .execute();
        tx.createQuery("select used_bytes from storage_use where owner_id = :owner for update")
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Locks the user's account as {@link #lock} does, and adds to it.
     *
     * @throws Problem when that exceeds the quota
     */
    void charge(Handle tx, UserId owner, long bytes) {
        lock(tx, owner);
        int charged = tx.createUpdate("""
                        update storage_use set used_bytes = used_bytes + :bytes
                        where owner_id = :owner and :bytes <= :quota - used_bytes
                        """)
                .bind("owner", owner.value())
                .bind("bytes", bytes)
                .bind("quota", quotaBytes)
                .execute();
        if (charged == 0) {
            throw Problem.of(
                            Problem.Kind.STORAGE_FULL,
                            "quota_exceeded",
                            "The file does not fit into what is left of your storage. Delete videos to make room.")
                    .status(413)
                    .with("used_bytes", usedBytes(tx, owner))
                    .with("quota_bytes", quotaBytes);
        }
    }

    void refund(Handle tx, UserId owner, long bytes) {
        tx.createUpdate("update storage_use set used_bytes = greatest(0, used_bytes - :bytes) where owner_id = :owner")
                .bind("owner", owner.value())
                .bind("bytes", bytes)
                .execute();
    }

    long usedBytes(Handle handle, UserId owner) {
        return handle.createQuery("select used_bytes from storage_use where owner_id = :owner")
                .bind("owner", owner.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
