package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Videos as the lists of other features show them. What the caller may not see is absent from every answer, and nothing
 * about it is told.
 */
@ApplicationScoped
public class VideoCards {

    private static final int MAX = PageRequest.MAX_LIMIT;

    private final Transactions transactions;
    private final CardStore cards;
    private final Renderer renderer;
    private final WatchPositions positions;

    VideoCards(Transactions transactions, CardStore cards, Renderer renderer, WatchPositions positions) {
        this.transactions = transactions;
        this.cards = cards;
        this.renderer = renderer;
        this.positions = positions;
    }

    /**
     * Those of the videos that the caller may see; one statement, and one more while authors are not known yet.
     *
     * @param videos a page of them, {@link PageRequest#MAX_LIMIT} at most
     */
    public Map<VideoId, VideoCard> find(Caller caller, Collection<VideoId> videos) {
        Set<VideoId> wanted = Set.copyOf(videos);
        if (wanted.size() > MAX) {
            throw new IllegalArgumentException("more than a page of videos: " + wanted.size());
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var filter = new VideoFilter.Seen(wanted, caller.userId(), caller.role().atLeast(Role.MODERATOR));
        List<Card> read = transactions.read(
                handle -> cards.list(handle, filter, VideoOrder.LATEST, Optional.empty(), 0, wanted.size()));
        var found = LinkedHashMap.<VideoId, VideoCard>newLinkedHashMap(read.size());
        renderer.cards(read, card -> caller.userId().orElse(card.owner()))
                .forEach(card -> found.put(card.videoId(), card));
        return found;
    }

    /** As {@link #find}, with how far the caller came in each; one statement more for signed-in callers. */
    public Map<VideoId, VideoCard> findWatched(Caller caller, Collection<VideoId> videos) {
        Map<VideoId, VideoCard> found = find(caller, videos);
        Optional<UserId> viewer = caller.userId();
        if (viewer.isEmpty() || found.isEmpty()) {
            return found;
        }
        Map<VideoId, Integer> watched = positions.find(viewer.get(), found.keySet());
        found.replaceAll((id, card) -> card.watched(watched.get(id)));
        return found;
    }
}
