package io.vidstead.storage;

import static io.vidstead.kernel.Columns.instantOrNull;
import static io.vidstead.kernel.Columns.text;

import io.vidstead.engines.objects.ObjectKey;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code damages}. */
@ApplicationScoped
class DamageStore {

    private static final String COLUMNS = "object_key, video_id, kind, name, reason, state, found_at, settled_at";

    void insert(Handle tx, Damage damage) {
        tx.createUpdate("""
                        insert into damages (object_key, video_id, kind, name, reason, state, found_at)
                        values (:key, :video, :kind, :name, :reason, :state, :found)
                        on conflict (object_key) do nothing
                        """)
                .bind("key", damage.key().value())
                .bind("video", damage.video().map(VideoId::value).orElse(null))
                .bind("kind", damage.kind())
                .bind("name", damage.name())
                .bind("reason", damage.reason())
                .bind("state", damage.state().code())
                .bind("found", damage.found().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void lose(Handle tx, ObjectKey key) {
        tx.createUpdate("update damages set state = 'lost' where object_key = :key")
                .bind("key", key.value())
                .execute();
    }

    void settle(Handle tx, ObjectKey key, Instant now) {
        tx.createUpdate("update damages set state = 'repaired', settled_at = :now where object_key = :key")
                .bind("key", key.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those under repair first, then the latest. */
    List<Damage> list(Handle handle, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                         from damages order by state = 'repairing' desc, found_at desc, object_key limit :limit
                        """)
                .bind("limit", limit)
                .map((row, _) -> damage(row))
                .list();
    }

    List<Damage> listRepairing(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from damages where state = 'repairing' order by found_at")
                .map((row, _) -> damage(row))
                .list();
    }

    long count(Handle handle, Damage.State state) {
        return handle.createQuery("select count(*) from damages where state = :state")
                .bind("state", state.code())
                .mapTo(Long.class)
                .one();
    }

    private static Damage damage(ResultSet row) throws SQLException {
        return new Damage(
                new ObjectKey(row.getString("object_key")),
                text(row, "video_id").map(VideoId::new),
                row.getString("kind"),
                row.getString("name"),
                row.getString("reason"),
                Damage.State.of(row.getString("state")),
                Columns.instant(row, "found_at"),
                Optional.ofNullable(instantOrNull(row, "settled_at")));
    }
}
