package io.vidstead.playlists;

import static io.vidstead.kernel.Columns.instant;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of {@code playlist_collaborators}: who was let in by invitation. */
@ApplicationScoped
class CollaboratorStore {

    record Collaborator(UserId user, Instant joined) {}

    /** @return whether they were not yet in */
    boolean insert(Handle tx, PlaylistId playlist, UserId user, Instant now) {
        return tx.createUpdate("""
                        insert into playlist_collaborators (playlist_id, user_id, joined_at)
                        values (:playlist, :user, :now)
                        on conflict (playlist_id, user_id) do nothing
                        """)
                        .bind("playlist", playlist.value())
                        .bind("user", user.value())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    void delete(Handle tx, PlaylistId playlist, UserId user) {
        tx.createUpdate("delete from playlist_collaborators where playlist_id = :playlist and user_id = :user")
                .bind("playlist", playlist.value())
                .bind("user", user.value())
                .execute();
    }

    /** Who joined first comes first. */
    List<Collaborator> list(Handle handle, PlaylistId playlist) {
        return handle.createQuery("""
                        select user_id, joined_at from playlist_collaborators
                        where playlist_id = :playlist order by joined_at, user_id
                        """)
                .bind("playlist", playlist.value())
                .map((row, _) -> collaborator(row))
                .list();
    }

    private static Collaborator collaborator(ResultSet row) throws SQLException {
        return new Collaborator(Columns.userId(row, "user_id"), instant(row, "joined_at"));
    }
}
