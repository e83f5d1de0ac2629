package io.vidstead.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.vidstead.engines.cache.Cache;
import io.vidstead.engines.cache.Caches;
import io.vidstead.engines.cache.LastKnown;
import io.vidstead.engines.cache.LastKnown.Known;
import io.vidstead.kernel.Cursors;
import io.vidstead.kernel.Outages;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Pagination;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Pages and lists as they were asked for, kept for a moment with the bytes that anonymous viewers get.
 *
 * <p>What somebody changes here is seen at once, because a change drops what was made from the old state; counts, and what
 * others change of users, are at most {@link #KEPT} late (plus what Accounts itself is late). While the database is away, what
 * was last made is given for {@link #REMEMBERED}; whatever was changed here is forgotten first.
 */
@ApplicationScoped
class VideoPages {

    private static final Duration KEPT = Duration.ofSeconds(2);
    /** How long pages stand in for those that cannot be made while the database is away. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration TOTALS_KEPT = Duration.ofSeconds(10);
    private static final int MAX_PAGES = 5_000;
    private static final int MAX_LISTS = 1_000;
    private static final int MAX_COUNTED = 10_000;

    /** A list's page: for anonymous viewers as bytes, for others to be completed. */
    record Listed(VideoList page, Answer answer) {}

    /** A video's page; the answer is what anonymous viewers get of it if they may see it. */
    record Paged(VideoView view, VideoPayload payload, Answer answer) {}

    /** Which page of which list. */
    record ListKey(VideoFilter filter, VideoOrder order, PageRequest request) {}

    private final Transactions transactions;
    private final CardStore cards;
    private final ViewStore views;
    private final Renderer renderer;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final LastKnown<VideoId, Optional<Paged>> pages;
    private final LastKnown<ListKey, Listed> lists;
    private final Cache<VideoFilter, Long> totals;

    VideoPages(
            Transactions transactions,
            CardStore cards,
            ViewStore views,
            Renderer renderer,
            SigningKey key,
            ObjectMapper json,
            Caches caches) {
        this.transactions = transactions;
        this.cards = cards;
        this.views = views;
        this.renderer = renderer;
        this.cursors = new Cursors(key);
        this.json = json;
        this.pages = lastKnown(caches, "catalog.pages", MAX_PAGES);
        this.lists = lastKnown(caches, "catalog.lists", MAX_LISTS);
        this.totals = caches.create("catalog.totals", TOTALS_KEPT, MAX_LISTS);
    }

    private static <K, V> LastKnown<K, V> lastKnown(Caches caches, String name, long maximumSize) {
        return LastKnown.create(caches, name, KEPT, REMEMBERED, maximumSize, Ticker.systemTicker(), Outages::caused);
    }

    void changed(@Observes VideoChanged change) {
        pages.invalidate(change.videoId());
        if (change.lists()) {
            lists.invalidateAll();
            totals.invalidateAll();
        }
    }

    /**
     * Absent when there is no such video; whether the caller may see it is the caller's question. While the database is away
     * it is the page as it last was, with its age.
     */
    Known<Optional<Paged>> page(VideoId video) {
        return pages.get(video, this::loadPage);
    }

    /**
     * As it last was while the database is away.
     *
     * @throws Problem caller when the cursor is forged
     */
    Known<Listed> list(ListKey key) {
        position(key); // refused here, because a cache takes what its loader throws for a fault and logs it
        return lists.get(key, this::loadList);
    }

    /** A list that is not worth keeping. */
    List<Card> read(ListKey key) {
        return transactions.read(handle -> cards.list(
                handle,
                key.filter(),
                key.order(),
                position(key),
                key.request().offset(),
                key.request().limit() + 1));
    }

    /** For what {@link #read} gave: it asks for one row more than the page has. */
    Pagination pagination(ListKey key, List<Card> read) {
        PageRequest request = key.request();
        boolean more = read.size() > request.limit();
        Card last = more ? read.get(request.limit() - 1) : null;
        return new Pagination(
                request.page(),
                request.limit(),
                total(key.filter()),
                more,
                last == null
                        ? null
                        : cursors.write(listName(key), last.sortKey(), last.id().value()));
    }

    private long total(VideoFilter filter) {
        return switch (filter) {
            case VideoFilter.Public _ -> totals.get(filter, this::count);
            case VideoFilter.Own _, VideoFilter.Seen _, VideoFilter.Found _, VideoFilter.OfChannels _ -> count(filter);
        };
    }

    private long count(VideoFilter filter) {
        return transactions.read(handle -> cards.count(handle, filter, MAX_COUNTED));
    }

    /** A page as it is right now. */
    VideoView view(VideoId video) {
        return transactions.read(handle -> views.find(handle, video)).orElseThrow(Catalog::notFound);
    }

    private Optional<Paged> loadPage(VideoId video) {
        return transactions.read(handle -> views.find(handle, video)).map(view -> {
            VideoPayload payload = renderer.page(view, Optional.empty());
            return new Paged(
                    view,
                    payload,
                    Answer.of(write(payload), view.video().version()).forMany());
        });
    }

    private Listed loadList(ListKey key) {
        List<Card> read = read(key);
        Pagination pagination = pagination(key, read);
        List<Card> page = read.subList(0, Math.min(read.size(), key.request().limit()));
        var rendered = new VideoList(renderer.cards(page), pagination);
        return new Listed(rendered, Answer.of(write(rendered)).forMany());
    }

    private Optional<CardStore.Position> position(ListKey key) {
        return key.request().cursor().map(cursor -> {
            List<String> keys = cursors.read(listName(key), cursor);
            return new CardStore.Position(keys.get(0), keys.get(1));
        });
    }

    private static String listName(ListKey key) {
        return "videos " + key.order().code() + " " + key.filter();
    }

    byte[] write(Object payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payloads are plain records", e);
        }
    }
}
