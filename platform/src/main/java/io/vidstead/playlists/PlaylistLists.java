package io.vidstead.playlists;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads lists of playlists, those that changed last first. */
@ApplicationScoped
class PlaylistLists {

    /** Where a page goes on: time of the last change and id of the last row before. */
    record Position(String updated, long id) {}

    /**
     * A list in a list.
     *
     * @param contains whether the video that was asked for is in it
     * @param total how many there are on all pages
     */
    record Entry(
            Playlist playlist,
            boolean invited,
            Optional<VideoId> firstVideo,
            @Nullable Boolean contains,
            String updatedKey,
            long total) {}

    /** A user's own lists and those that they were invited to. */
    List<Entry> mine(
            Handle handle, UserId user, Optional<VideoId> video, Optional<Position> after, int offset, int limit) {
        return read(handle, """
                (p.user_id = :user or p.playlist_id in (select playlist_id from playlist_collaborators
                                                        where user_id = :user))
                """, user, Optional.of(user), video, after, offset, limit);
    }

    /** What everybody sees of a user's lists. */
    List<Entry> ofChannel(
            Handle handle, UserId owner, Optional<UserId> asker, Optional<Position> after, int offset, int limit) {
        return read(
                handle,
                "p.user_id = :user and p.privacy = 'public'",
                owner,
                asker,
                Optional.empty(),
                after,
                offset,
                limit);
    }

    private static List<Entry> read(
            Handle handle,
            String which,
            UserId user,
            Optional<UserId> asker,
            Optional<VideoId> video,
            Optional<Position> after,
            int offset,
            int limit) {
        Query query = handle.createQuery("""
                        select %s, p.updated_at::text as updated_key, p.total,
                               exists (select from playlist_collaborators c
                                       where c.playlist_id = p.playlist_id and c.user_id = :asker) as invited,
                               (select i.video_id from playlist_items i where i.playlist_id = p.playlist_id
                                order by i.rank limit 1) as first_video,
                               (select true from playlist_items i
                                where i.playlist_id = p.playlist_id and i.video_id = :video) as contains
                        from (select p.*, count(*) over () as total from playlists p where %s) p
                        %s
                        order by p.updated_at desc, p.playlist_id desc limit :limit offset :offset
                        """.formatted(
                                PlaylistStore.columns(),
                                which,
                                after.isPresent()
                                        ? "where (p.updated_at, p.playlist_id) < (cast(:after as timestamptz), :afterId)"
                                        : ""))
                .bind("user", user.value())
                .bind("asker", asker.map(UserId::value).orElse(null))
                .bind("video", video.map(VideoId::value).orElse(null))
                .bind("limit", limit)
                .bind("offset", after.isPresent() ? 0 : offset);
        after.ifPresent(last -> query.bind("after", last.updated()).bind("afterId", last.id()));
        return query.map((row, _) -> new Entry(
                        PlaylistStore.playlist(row),
                        row.getBoolean("invited"),
                        Columns.text(row, "first_video").flatMap(VideoId::parse),
                        video.isPresent() ? row.getBoolean("contains") : null,
                        row.getString("updated_key"),
                        row.getLong("total")))
                .list();
    }
}
