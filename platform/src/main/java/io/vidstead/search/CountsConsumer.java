package io.vidstead.search;

import io.vidstead.engagement.ReactionChanged;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes whose counts change; {@link IndexKeeper} brings them into the index now and then. What a crash forgets is noted again by
 * the video's next view.
 */
@ApplicationScoped
class CountsConsumer implements EventConsumer {

    private static final String VIEWS = "video.views";

    private final Set<VideoId> changed = ConcurrentHashMap.newKeySet();

    @Override
    public String group() {
        return "search.counts";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VIEWS, ReactionChanged.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        events.forEach(event -> changed.add(new VideoId(event.key())));
    }

    /** At most so many, which are forgotten here. */
    List<VideoId> take(int most) {
        List<VideoId> taken = changed.stream().limit(most).toList();
        taken.forEach(changed::remove);
        return taken;
    }
}
