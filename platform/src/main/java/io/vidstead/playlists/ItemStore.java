package io.vidstead.playlists;

import io.vidstead.kernel.Columns;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of {@code playlist_items}, read as pages. */
@ApplicationScoped
class ItemStore {

    /** Where a page goes on: the last item before, and where it stood when it was read, in case it is gone. */
    record Position(ItemId item, long sortKey) {}

    /** A page of items; the access is the asker's. */
    record Page(UserId owner, Playlist.Access access, int videos, List<Item> items) {}

    private record Row(
            UserId owner,
            Playlist.Access access,
            int videos,
            @Nullable Item item) {}

    /**
     * The list and some of its items in one statement. An item that was moved meanwhile still marks where the page goes on:
     * the order is asked, not the number that stood for it.
     */
    Optional<Page> page(
            Handle handle,
            PlaylistId playlist,
            Optional<UserId> asker,
            ItemOrder order,
            Optional<Position> after,
            int offset,
            int limit) {
        String sql = """
                select p.user_id, p.privacy, p.video_count,
                       exists (select from playlist_collaborators c
                               where c.playlist_id = p.playlist_id and c.user_id = :asker) as invited,
                       i.item_id, i.video_id, i.added_by, i.added_at, i.sort_key
                from playlists p
                left join lateral (
                    select i.item_id, i.video_id, i.added_by, i.added_at, %s as sort_key
                    from playlist_items i
                    where i.playlist_id = p.playlist_id %s
                    order by %s limit :limit offset :offset) i on true
                where p.playlist_id = :playlist
                order by i.sort_key
                """.formatted(order.key(), after.isPresent() ? from(order) : "", order.key());
        Query query = handle.createQuery(sql)
                .bind("playlist", playlist.value())
                .bind("asker", asker.map(UserId::value).orElse(null))
                .bind("limit", limit)
                .bind("offset", after.isPresent() ? 0 : offset);
        after.ifPresent(last -> query.bind("last", last.item().value()).bind("lastKey", last.sortKey()));
        List<Row> rows = query.map((row, _) -> row(row, asker)).list();
        return rows.stream()
                .findFirst()
                .map(first -> new Page(
                        first.owner(),
                        first.access(),
                        first.videos(),
                        rows.stream()
                                .map(Row::item)
                                .filter(item -> item != null)
                                .toList()));
    }

    private static String from(ItemOrder order) {
        return """
                and %s > coalesce((select %s from playlist_items c
                                   where c.item_id = :last and c.playlist_id = p.playlist_id), :lastKey)
                """.formatted(order.key(), order.keyOfLast());
    }

    private static Row row(ResultSet row, Optional<UserId> asker) throws SQLException {
        UserId owner = Columns.userId(row, "user_id");
        Playlist.Access access = Playlist.access(
                asker.filter(owner::equals).isPresent(), row.getBoolean("invited"), PlaylistStore.privacy(row));
        Long item = Columns.longOrNull(row, "item_id");
        return new Row(
                owner,
                access,
                row.getInt("video_count"),
                item == null
                        ? null
                        : new Item(
                                new ItemId(item),
                                Columns.videoId(row, "video_id"),
                                Columns.userId(row, "added_by"),
                                Columns.instant(row, "added_at"),
                                row.getLong("sort_key")));
    }

    /** Which of a list's items is the video, if it is in there. */
    Optional<ItemId> find(Handle handle, PlaylistId playlist, VideoId video) {
        return handle.createQuery("""
                        select item_id from playlist_items where playlist_id = :playlist and video_id = :video
                        """)
                .bind("playlist", playlist.value())
                .bind("video", video.value())
                .map((row, _) -> new ItemId(row.getLong("item_id")))
                .findOne();
    }
}
