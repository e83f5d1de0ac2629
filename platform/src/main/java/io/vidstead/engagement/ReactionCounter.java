package io.vidstead.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.CountChange;
import io.vidstead.catalog.VideoCounts;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings like and dislike counts up to what the rows say: at most three statements a batch, whatever its size, in the
 * transaction of the consumer's place in the log.
 */
@ApplicationScoped
class ReactionCounter implements EventConsumer {

    private static final int BATCH = 2_000;

    private record Key(String video, long user) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byVideo = video.compareTo(other.video);
            return byVideo != 0 ? byVideo : Long.compare(user, other.user);
        }
    }

    private final Jdbi jdbi;
    private final ReactionStore store;
    private final Catalog catalog;
    private final VideoCounts videoCounts;
    private final ObjectMapper json;

    ReactionCounter(Jdbi jdbi, ReactionStore store, Catalog catalog, VideoCounts videoCounts, ObjectMapper json) {
        this.jdbi = jdbi;
        this.store = store;
        this.catalog = catalog;
        this.videoCounts = videoCounts;
        this.json = json;
    }

    @Override
    public String group() {
        return "engagement.reactions";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ReactionChanged.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Map<Key, ReactionChanged> latest = new TreeMap<>();
        for (Event event : events) {
            ReactionChanged change = json.readValue(event.payload(), ReactionChanged.class);
            latest.put(new Key(change.videoId().value(), change.userId().value()), change);
        }
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        Map<VideoId, CountChange> changes = store.count(tx, latest.values());
        if (!changes.isEmpty()) {
            catalog.addCounts(tx, changes);
        }
        List<ReactionChanged> removed = latest.values().stream()
                .filter(c -> c.reaction() == Reaction.NONE)
                .toList();
        if (!removed.isEmpty()) {
            store.forget(tx, removed);
        }
    }

    @Override
    public void committed(List<Event> events) {
        videoCounts.announce(
                events.stream().map(Event::key).map(VideoId::fromString).collect(Collectors.toSet()));
    }
}
