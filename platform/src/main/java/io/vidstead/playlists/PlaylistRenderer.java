package io.vidstead.playlists;

import io.vidstead.accounts.Accounts;
import io.vidstead.catalog.Author;
import io.vidstead.catalog.VideoCard;
import io.vidstead.catalog.VideoCards;
import io.vidstead.kernel.Caller;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PlaylistAnswers.Lists;
import io.vidstead.playlists.PlaylistAnswers.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes answers from lists: adds owners and the picture of the first video. */
@ApplicationScoped
class PlaylistRenderer {

    private final Transactions transactions;
    private final PlaylistLists lists;
    private final ItemStore items;
    private final Accounts accounts;
    private final VideoCards cards;
    private final Cursors cursors;
    private final Caller caller;

    PlaylistRenderer(
            Transactions transactions,
            PlaylistLists lists,
            ItemStore items,
            Accounts accounts,
            VideoCards cards,
            SigningKey key,
            Caller caller) {
        this.transactions = transactions;
        this.lists = lists;
        this.items = items;
        this.accounts = accounts;
        this.cards = cards;
        this.cursors = new Cursors(key);
        this.caller = caller;
    }

    Shown show(PlaylistStore.Found found) {
        Optional<VideoId> first = transactions
                .read(handle -> items.page(
                        handle, found.playlist().id(), caller.userId(), new ItemOrder.Own(), Optional.empty(), 0, 1))
                .flatMap(page -> page.items().stream().findFirst())
                .map(Item::video);
        Map<VideoId, VideoCard> seen = cards.find(caller, first.stream().toList());
        return shown(found, first.map(seen::get), authors(List.of(found.playlist())), null);
    }

    Lists mine(Optional<VideoId> video, PageRequest request) {
        UserId user = caller.require();
        return page(
                "my playlists",
                request,
                (after, limit) ->
                        transactions.read(handle -> lists.mine(handle, user, video, after, request.offset(), limit)));
    }

    Lists ofChannel(UserId owner, PageRequest request) {
        return page(
                "playlists of " + owner,
                request,
                (after, limit) -> transactions.read(
                        handle -> lists.ofChannel(handle, owner, caller.userId(), after, request.offset(), limit)));
    }

    private interface Reader {
        List<PlaylistLists.Entry> read(Optional<PlaylistLists.Position> after, int limit);
    }

    private Lists page(String name, PageRequest request, Reader reader) {
        Optional<PlaylistLists.Position> after = request.cursor().map(cursor -> {
            List<String> keys = cursors.read(name, cursor);
            return new PlaylistLists.Position(keys.get(0), Long.parseLong(keys.get(1)));
        });
        List<PlaylistLists.Entry> read = reader.read(after, request.limit() + 1);
        boolean more = read.size() > request.limit();
        List<PlaylistLists.Entry> page = more ? read.subList(0, request.limit()) : read;
        Map<VideoId, VideoCard> seen = cards.find(
                caller,
                page.stream().flatMap(entry -> entry.firstVideo().stream()).toList());
        Map<UserId, Author> authors =
                authors(page.stream().map(PlaylistLists.Entry::playlist).toList());
        return new Lists(
                page.stream()
                        .map(entry -> shown(
                                new PlaylistStore.Found(entry.playlist(), entry.invited()),
                                entry.firstVideo().map(seen::get),
                                authors,
                                entry.contains()))
                        .toList(),
                new Pagination(
                        request.page(),
                        request.limit(),
                        page.isEmpty() ? 0 : page.getFirst().total(),
                        more,
                        more ? cursor(name, page.getLast()) : null));
    }

    private String cursor(String name, PlaylistLists.Entry last) {
        return cursors.write(
                name, last.updatedKey(), Long.toString(last.playlist().id().value()));
    }

    private Map<UserId, Author> authors(List<Playlist> playlists) {
        return accounts.findAll(playlists.stream().map(Playlist::owner).collect(Collectors.toSet())).values().stream()
                .map(Author::of)
                .collect(Collectors.toMap(Author::userId, author -> author));
    }

    private Shown shown(
            PlaylistStore.Found found,
            Optional<VideoCard> first,
            Map<UserId, Author> authors,
            @Nullable Boolean contains) {
        Playlist playlist = found.playlist();
        return new Shown(
                playlist.id().toString(),
                playlist.kind().code(),
                playlist.details().title(),
                playlist.details().description(),
                playlist.details().privacy().code(),
                playlist.videos(),
                authors.getOrDefault(playlist.owner(), Author.unknown(playlist.owner())),
                found.access(caller.userId()).name().toLowerCase(Locale.ROOT),
                first.map(card -> card.videoId().value()).orElse(null),
                first.map(VideoCard::thumbnailUrl).orElse(null),
                first.map(VideoCard::thumbnailPlaceholder).orElse(null),
                contains,
                playlist.created(),
                playlist.updated());
    }
}
