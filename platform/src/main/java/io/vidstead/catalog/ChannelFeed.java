package io.vidstead.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public videos of many channels at once, the newest first. */
@ApplicationScoped
public class ChannelFeed {

    /** A part of a feed. The cursor is null on the last one. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Page(
            List<VideoCard> videos,
            boolean hasMore,
            @Nullable String nextCursor) {}

    private static final String LIST = "channel feed";

    private final Transactions transactions;
    private final CardStore cards;
    private final Renderer renderer;
    private final WatchPositions positions;
    private final Cursors cursors;

    ChannelFeed(
            Transactions transactions, CardStore cards, Renderer renderer, WatchPositions positions, SigningKey key) {
        this.transactions = transactions;
        this.cards = cards;
        this.renderer = renderer;
        this.positions = positions;
        this.cursors = new Cursors(key);
    }

    /**
     * Two statements, one more while authors are not known yet. The cost grows with the channels, not with how many videos
     * they have.
     *
     * @param request its page number is of no account: a feed goes on by cursor alone
     */
    public Page newest(UserId viewer, List<UserId> channels, PageRequest request) {
        Optional<CardStore.Position> after = request.cursor().map(this::position);
        if (channels.isEmpty()) {
            return new Page(List.of(), false, null);
        }
        var filter = new VideoFilter.OfChannels(channels, after);
        List<Card> read = transactions.read(
                handle -> cards.list(handle, filter, VideoOrder.NEWEST, Optional.empty(), 0, request.limit() + 1));
        boolean more = read.size() > request.limit();
        List<Card> page = more ? read.subList(0, request.limit()) : read;
        Map<VideoId, Integer> watched =
                positions.find(viewer, page.stream().map(Card::id).toList());
        List<VideoCard> shown = renderer.cards(page).stream()
                .map(card -> card.watched(watched.get(card.videoId())))
                .toList();
        return new Page(shown, more, more ? cursor(page.getLast()) : null);
    }

    private String cursor(Card last) {
        return cursors.write(LIST, last.sortKey(), last.id().value());
    }

    private CardStore.Position position(String cursor) {
        List<String> keys = cursors.read(LIST, cursor);
        return new CardStore.Position(keys.get(0), keys.get(1));
    }
}
