package io.vidstead.playlists;

import static io.vidstead.kernel.Columns.instant;

import io.vidstead.catalog.Privacy;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of {@code playlists}. */
@ApplicationScoped
class PlaylistStore {

    private static final String COLUMNS = """
            p.playlist_id, p.user_id, p.kind, p.title, p.description, p.privacy, p.invitation, p.invitation_open,
            p.video_count, p.created_at, p.updated_at
            """;

    /** A list, and whether the one who asks was let in by invitation. */
    record Found(Playlist playlist, boolean invited) {

        Playlist.Access access(Optional<UserId> who) {
            return playlist.access(who.filter(playlist.owner()::equals).isPresent(), invited);
        }
    }

    void insert(Handle tx, Playlist playlist) {
        tx.createUpdate("""
                        insert into playlists (playlist_id, user_id, kind, title, description, privacy, created_at,
                                               updated_at)
                        values (:id, :owner, :kind, :title, :description, :privacy, :created, :updated)
                        on conflict (user_id) where kind = 'watch_later' do nothing
                        """)
                .bind("id", playlist.id().value())
                .bind("owner", playlist.owner().value())
                .bind("kind", playlist.kind().code())
                .bind("title", playlist.details().title())
                .bind("description", playlist.details().description())
                .bind("privacy", playlist.details().privacy().code())
                .bind("created", playlist.created().atOffset(ZoneOffset.UTC))
                .bind("updated", playlist.updated().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Others who make a list for the same owner wait until the transaction ends. */
    void lockOwner(Handle tx, UserId owner) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('playlists ' || :owner, 0)) is null")
                .bind("owner", owner.toString())
                .mapTo(Boolean.class)
                .one();
    }

    int countOwn(Handle handle, UserId owner) {
        return handle.createQuery("select count(*) from playlists where user_id = :owner and kind = 'own'")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .one();
    }

    Optional<Found> find(Handle handle, PlaylistId id, Optional<UserId> asker) {
        return read(handle, id, asker, "");
    }

    /** As {@link #find}, and nobody else changes the list or its videos until the transaction ends. */
    Optional<Found> lock(Handle tx, PlaylistId id, Optional<UserId> asker) {
        return read(tx, id, asker, "for update of p");
    }

    private static Optional<Found> read(Handle handle, PlaylistId id, Optional<UserId> asker, String lock) {
        return handle.createQuery("""
                        select %s, exists (select from playlist_collaborators c
                                           where c.playlist_id = p.playlist_id and c.user_id = :asker) as invited
                        from playlists p where p.playlist_id = :id %s
                        """.formatted(COLUMNS, lock))
                .bind("id", id.value())
                .bind("asker", asker.map(UserId::value).orElse(null))
                .map((row, _) -> new Found(playlist(row), row.getBoolean("invited")))
                .findOne();
    }

    Optional<PlaylistId> findWatchLater(Handle handle, UserId owner) {
        return handle.createQuery("select playlist_id from playlists where user_id = :owner and kind = 'watch_later'")
                .bind("owner", owner.value())
                .map((row, _) -> new PlaylistId(row.getLong("playlist_id")))
                .findOne();
    }

    /** Those of these that everybody may find; one statement. */
    List<Playlist> listPublic(Handle handle, Collection<PlaylistId> wanted) {
        return handle.createQuery("select " + COLUMNS + """
                        from playlists p
                        where p.privacy = 'public' and p.kind = 'own' and p.playlist_id = any (:ids)
                        """)
                .bindArray(
                        "ids",
                        Long.class,
                        wanted.stream().map(PlaylistId::value).toList())
                .map((row, _) -> playlist(row))
                .list();
    }

    /** All that everybody may find, by id. */
    List<Playlist> listPublicAfter(Handle handle, Optional<PlaylistId> after, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                        from playlists p
                        where p.privacy = 'public' and p.kind = 'own' and p.playlist_id > :after
                        order by p.playlist_id limit :limit
                        """)
                .bind("after", after.map(PlaylistId::value).orElse(Long.MIN_VALUE))
                .bind("limit", limit)
                .map((row, _) -> playlist(row))
                .list();
    }

    void setDetails(Handle tx, PlaylistId id, PlaylistDetails details, Instant now) {
        tx.createUpdate("""
                        update playlists set title = :title, description = :description, privacy = :privacy,
                                             updated_at = :now
                        where playlist_id = :id
                        """)
                .bind("id", id.value())
                .bind("title", details.title())
                .bind("description", details.description())
                .bind("privacy", details.privacy().code())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void setInvitation(Handle tx, PlaylistId id, int number, boolean open) {
        tx.createUpdate("""
                        update playlists set invitation = :number, invitation_open = :open where playlist_id = :id
                        """)
                .bind("id", id.value())
                .bind("number", number)
                .bind("open", open)
                .execute();
    }

    /** The videos of a list changed. */
    void addVideos(Handle tx, PlaylistId id, int more, Instant now) {
        tx.createUpdate("""
                        update playlists set video_count = video_count + :more, updated_at = :now
                        where playlist_id = :id
                        """)
                .bind("id", id.value())
                .bind("more", more)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** With its videos and collaborators. */
    void delete(Handle tx, PlaylistId id) {
        tx.createUpdate("delete from playlists where playlist_id = :id")
                .bind("id", id.value())
                .execute();
    }

    static Playlist playlist(ResultSet row) throws SQLException {
        return new Playlist(
                new PlaylistId(row.getLong("playlist_id")),
                Columns.userId(row, "user_id"),
                Playlist.Kind.of(row.getString("kind")),
                new PlaylistDetails(row.getString("title"), row.getString("description"), privacy(row)),
                row.getInt("invitation"),
                row.getBoolean("invitation_open"),
                row.getInt("video_count"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static Privacy privacy(ResultSet row) throws SQLException {
        return Privacy.find(row.getString("privacy")).orElseThrow();
    }

    static String columns() {
        return COLUMNS;
    }
}
