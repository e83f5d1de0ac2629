package io.vidstead.playlists;

import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Changes a list's items and their order; its caller holds the lock of the list. An item's rank is a number with room on
 * both sides, so that a move writes one row; where the room between two neighbours is used up, after some thirty moves to
 * the same spot, all items of the list are numbered anew.
 */
@ApplicationScoped
class ItemRanks {

    private static final long GAP = 1L << 30;

    void insert(Handle tx, PlaylistId playlist, ItemId item, VideoId video, boolean first, UserId by, Instant now) {
        tx.createUpdate("""
                        insert into playlist_items (item_id, playlist_id, video_id, rank, added_by, added_at)
                        select :item, :playlist, :video,
                               case when :first then coalesce(min(rank), 0) - :gap else coalesce(max(rank), 0) + :gap end,
                               :by, :now
                        from playlist_items where playlist_id = :playlist
                        """)
                .bind("item", item.value())
                .bind("playlist", playlist.value())
                .bind("video", video.value())
                .bind("first", first)
                .bind("gap", GAP)
                .bind("by", by.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @return whether there was one */
    boolean delete(Handle tx, PlaylistId playlist, ItemId item) {
        return tx.createUpdate("delete from playlist_items where item_id = :item and playlist_id = :playlist")
                        .bind("item", item.value())
                        .bind("playlist", playlist.value())
                        .execute()
                == 1;
    }

    /** To the head of the list. */
    void moveFirst(Handle tx, PlaylistId playlist, ItemId item) {
        setRank(tx, item, bound(tx, playlist, item, "min(rank)", "true").orElse(0) - GAP);
    }

    /** Right behind another item of the list. */
    void moveBehind(Handle tx, PlaylistId playlist, ItemId item, ItemId other) {
        OptionalLong free = between(tx, playlist, item, other);
        if (free.isEmpty()) {
            numberAnew(tx, playlist);
            free = between(tx, playlist, item, other);
        }
        setRank(tx, item, free.orElseThrow());
    }

    boolean holds(Handle tx, PlaylistId playlist, ItemId item) {
        return tx.createQuery("""
                        select exists (select from playlist_items where item_id = :item and playlist_id = :playlist)
                        """)
                .bind("item", item.value())
                .bind("playlist", playlist.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** A number between the other item and the one behind it; empty when there is none. */
    private static OptionalLong between(Handle tx, PlaylistId playlist, ItemId item, ItemId other) {
        long low = tx.createQuery("select rank from playlist_items where item_id = :item")
                .bind("item", other.value())
                .mapTo(Long.class)
                .one();
        OptionalLong high = bound(tx, playlist, item, "min(rank)", "rank > " + low);
        if (high.isEmpty()) {
            return OptionalLong.of(low + GAP);
        }
        long middle = low + (high.getAsLong() - low) / 2;
        return middle > low ? OptionalLong.of(middle) : OptionalLong.empty();
    }

    private static OptionalLong bound(Handle tx, PlaylistId playlist, ItemId except, String what, String where) {
        return tx
                .createQuery("""
                        select %s as rank from playlist_items
                        where playlist_id = :playlist and item_id <> :except and %s
                        """.formatted(what, where))
                .bind("playlist", playlist.value())
                .bind("except", except.value())
                .mapTo(Long.class)
                .stream()
                .filter(rank -> rank != null)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static void setRank(Handle tx, ItemId item, long rank) {
        tx.createUpdate("update playlist_items set rank = :rank where item_id = :item")
                .bind("rank", rank)
                .bind("item", item.value())
                .execute();
    }

    private static void numberAnew(Handle tx, PlaylistId playlist) {
        tx.createUpdate("""
                        update playlist_items i set rank = n.number * :gap
                        from (select item_id, row_number() over (order by rank) as number
                              from playlist_items where playlist_id = :playlist) n
                        where i.item_id = n.item_id
                        """).bind("gap", GAP).bind("playlist", playlist.value()).execute();
    }
}
