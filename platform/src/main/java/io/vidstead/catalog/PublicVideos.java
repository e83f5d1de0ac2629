package io.vidstead.catalog;

import io.vidstead.kernel.Caller;
import io.vidstead.kernel.PageRequest;
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
import org.jdbi.v3.core.Handle;

/**
 * The videos that everybody may find: public, playable and not deleted. For features that offer videos to people, or
 * keep copies of what they say. Nothing is kept: what was hidden a moment ago is absent, and so are the caller's own private ones.
 */
@ApplicationScoped
public class PublicVideos {

    private final Transactions transactions;
    private final PublicVideoStore videos;
    private final CardStore cards;
    private final Renderer renderer;

    PublicVideos(Transactions transactions, PublicVideoStore videos, CardStore cards, Renderer renderer) {
        this.transactions = transactions;
        this.videos = videos;
        this.cards = cards;
        this.renderer = renderer;
    }

    /** Those of the videos that everybody may find. One statement. */
    public List<PublicVideo> find(Handle handle, Collection<VideoId> wanted) {
        return wanted.isEmpty() ? List.of() : videos.find(handle, wanted);
    }

    /** As {@link #find(Handle, Collection)}, by id, in a transaction of its own. */
    public Map<VideoId, PublicVideo> find(Collection<VideoId> wanted) {
        Map<VideoId, PublicVideo> found = LinkedHashMap.newLinkedHashMap(wanted.size());
        if (!wanted.isEmpty()) {
            transactions.read(handle -> videos.find(handle, wanted)).forEach(video -> found.put(video.id(), video));
        }
        return found;
    }

    /** All there are, by id, in parts. */
    public List<PublicVideo> list(Optional<VideoId> after, int limit) {
        return transactions.read(
                handle -> videos.list(handle, after.map(VideoId::value).orElse(""), limit));
    }

    /** The newest first. One statement. */
    public List<PublicVideo> newest(Handle handle, Optional<Category> category, int limit) {
        return videos.newest(handle, category, limit);
    }

    /** The most watched first. One statement. */
    public List<PublicVideo> popular(Handle handle, Optional<Category> category, int limit) {
        return videos.popular(handle, category, limit);
    }

    /** The newest of these channels. One statement. */
    public List<PublicVideo> newestOf(Handle handle, Collection<UserId> channels, int limit) {
        return channels.isEmpty() ? List.of() : videos.newestOf(handle, channels, limit);
    }

    /** The newest that bear any of the tags. One statement. */
    public List<PublicVideo> tagged(Handle handle, Collection<String> tags, int limit) {
        return tags.isEmpty() ? List.of() : videos.tagged(handle, tags, limit);
    }

    /**
     * As the caller's lists show them, in the order that was asked for; those of channels that are switched off are absent
     * too. A statement for each hundred of them.
     */
    public Map<VideoId, VideoCard> cards(Caller caller, List<VideoId> wanted) {
        Map<VideoId, VideoCard> found = new LinkedHashMap<>();
        for (int begin = 0; begin < wanted.size(); begin += PageRequest.MAX_LIMIT) {
            Set<VideoId> some =
                    Set.copyOf(wanted.subList(begin, Math.min(wanted.size(), begin + PageRequest.MAX_LIMIT)));
            List<Card> read = transactions.read(handle -> cards.list(
                    handle, new VideoFilter.Found(some), VideoOrder.LATEST, Optional.empty(), 0, some.size()));
            renderer.cards(read).stream()
                    .filter(card -> !card.user().username().isEmpty())
                    .forEach(card -> found.put(card.videoId(), card));
        }
        Map<VideoId, VideoCard> ordered = new LinkedHashMap<>();
        wanted.forEach(video -> {
            VideoCard card = found.get(video);
            if (card != null) {
                ordered.put(video, card);
            }
        });
        return ordered;
    }
}
