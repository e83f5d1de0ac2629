package io.vidstead.playlists;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.Ids;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.Playlist.Access;
import io.vidstead.playlists.PlaylistAnswers.Entry;
import io.vidstead.playlists.PlaylistAnswers.Put;
import io.vidstead.playlists.PlaylistAnswers.Videos;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The videos of a list: reading, adding, removing, moving. Adding and removing twice is done once. */
@ApplicationScoped
class PlaylistVideos {

    private final Transactions transactions;
    private final PlaylistGate gate;
    private final PlaylistStore playlists;
    private final ItemStore items;
    private final ItemRanks ranks;
    private final Catalog catalog;
    private final VideoCards cards;
    private final Cursors cursors;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    PlaylistVideos(
            Transactions transactions,
            PlaylistGate gate,
            PlaylistStore playlists,
            ItemStore items,
            ItemRanks ranks,
            Catalog catalog,
            VideoCards cards,
            SigningKey key,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.transactions = transactions;
        this.gate = gate;
        this.playlists = playlists;
        this.items = items;
        this.ranks = ranks;
        this.catalog = catalog;
        this.cards = cards;
        this.cursors = new Cursors(key);
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    Videos list(PlaylistId playlist, ItemOrder order, PageRequest request) {
        String name = "playlist " + playlist + " " + order.code();
        ItemStore.Page page = transactions
                .read(handle -> items.page(
                        handle,
                        playlist,
                        caller.userId(),
                        order,
                        request.cursor().map(cursor -> position(name, cursor)),
                        request.offset(),
                        request.limit() + 1))
                .filter(read -> read.access() != Access.NONE)
                .orElseThrow(PlaylistId::notFound);
        boolean more = page.items().size() > request.limit();
        List<Item> shown = more ? page.items().subList(0, request.limit()) : page.items();
        Map<VideoId, VideoCard> seen =
                cards.findWatched(caller, shown.stream().map(Item::video).toList());
        return new Videos(
                shown.stream()
                        .map(item -> Entry.of(item, Optional.ofNullable(seen.get(item.video()))))
                        .toList(),
                new Pagination(
                        request.page(),
                        request.limit(),
                        page.videos(),
                        more,
                        more ? cursor(name, shown.getLast()) : null));
    }

    /** @throws Problem not found when the caller may not see the video; conflict when the list is full */
    Put add(PlaylistId playlist, VideoId video) {
        caller.require();
        catalog.requireVisible(caller, video);
        return transactions.call(tx -> {
            Playlist list = gate.lock(tx, playlist, Access.COLLABORATOR);
            Optional<ItemId> there = items.find(tx, playlist, video);
            if (there.isPresent()) {
                return new Put(there.get(), false, list.videos());
            }
            if (list.videos() >= Playlist.MAX_VIDEOS) {
                throw Problem.conflict(
                        "playlist_full", "A playlist holds " + Playlist.MAX_VIDEOS + " videos; this one is full.");
            }
            var item = new ItemId(ids.newNumber());
            boolean first = list.kind() == Playlist.Kind.WATCH_LATER;
            ranks.insert(tx, playlist, item, video, first, caller.require(), clock.instant());
            playlists.addVideos(tx, playlist, 1, clock.instant());
            return new Put(item, true, list.videos() + 1);
        });
    }

    void remove(PlaylistId playlist, VideoId video) {
        transactions.run(tx -> {
            gate.lock(tx, playlist, Access.COLLABORATOR);
            items.find(tx, playlist, video).ifPresent(item -> delete(tx, playlist, item));
        });
    }

    void remove(PlaylistId playlist, ItemId item) {
        transactions.run(tx -> {
            gate.lock(tx, playlist, Access.COLLABORATOR);
            delete(tx, playlist, item);
        });
    }

    /** @param behind absent for the head of the list */
    void move(PlaylistId playlist, ItemId item, Optional<ItemId> behind) {
        transactions.run(tx -> {
            gate.lock(tx, playlist, Access.COLLABORATOR);
            if (!ranks.holds(tx, playlist, item)) {
                throw ItemId.notFound();
            }
            if (behind.isEmpty()) {
                ranks.moveFirst(tx, playlist, item);
            } else if (!ranks.holds(tx, playlist, behind.get())) {
                throw Problem.conflict(
                        "neighbour_gone", "The video to put it behind was removed; read the list again.");
            } else if (!behind.get().equals(item)) {
                ranks.moveBehind(tx, playlist, item, behind.get());
            }
            playlists.addVideos(tx, playlist, 0, clock.instant());
        });
    }

    private void delete(Handle tx, PlaylistId playlist, ItemId item) {
        if (ranks.delete(tx, playlist, item)) {
            playlists.addVideos(tx, playlist, -1, clock.instant());
        }
    }

    private String cursor(String name, Item last) {
        return cursors.write(name, Long.toString(last.id().value()), Long.toString(last.sortKey()));
    }

    private ItemStore.Position position(String name, String cursor) {
        List<String> keys = cursors.read(name, cursor);
        return new ItemStore.Position(new ItemId(Long.parseLong(keys.get(0))), Long.parseLong(keys.get(1)));
    }
}
