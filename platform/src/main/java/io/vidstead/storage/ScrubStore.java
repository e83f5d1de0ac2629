package io.vidstead.storage;

import static io.vidstead.kernel.Columns.instantOrNull;

import io.vidstead.kernel.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code scrub_passes}. */
@ApplicationScoped
class ScrubStore {

    private static final String COLUMNS = "pass_id, position, files, bytes, damaged, begun_at, ended_at";

    Optional<ScrubPass> findRunning(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from scrub_passes where ended_at is null")
                .map((row, _) -> pass(row))
                .findFirst();
    }

    /** Before the first there is one that read nothing, from which time is counted. */
    Optional<ScrubPass> findLast(Handle handle) {
        return handle.createQuery("select " + COLUMNS + """
                         from scrub_passes where ended_at is not null order by begun_at desc limit 1
                        """)
                .map((row, _) -> pass(row))
                .findFirst();
    }

    void insert(Handle tx, long id, Instant now) {
        tx.createUpdate("insert into scrub_passes (pass_id, begun_at) values (:id, :now)")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void save(Handle tx, ScrubPass pass) {
        tx.createUpdate("""
                        update scrub_passes set position = :position, files = :files, bytes = :bytes, damaged = :damaged
                        where pass_id = :id
                        """)
                .bind("id", pass.id())
                .bind("position", pass.position())
                .bind("files", pass.files())
                .bind("bytes", pass.bytes())
                .bind("damaged", pass.damaged())
                .execute();
    }

    void end(Handle tx, ScrubPass pass, Instant now) {
        save(tx, pass);
        tx.createUpdate("update scrub_passes set ended_at = :now where pass_id = :id")
                .bind("id", pass.id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static ScrubPass pass(ResultSet row) throws SQLException {
        return new ScrubPass(
                row.getLong("pass_id"),
                row.getString("position"),
                row.getLong("files"),
                row.getLong("bytes"),
                row.getLong("damaged"),
                Columns.instant(row, "begun_at"),
                Optional.ofNullable(instantOrNull(row, "ended_at")));
    }
}
