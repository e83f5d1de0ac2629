package io.vidstead.views;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts views: adds up a batch of events and writes one statement for the marks and one for the counts, whatever the
 * batch's size, in the transaction of the consumer's place in the log.
 */
@ApplicationScoped
class ViewCounter implements EventConsumer {

    private static final int BATCH = 2_000;

    private final Jdbi jdbi;
    private final Catalog catalog;
    private final VideoCounts videoCounts;
    private final ViewMarks marks;
    private final LastWatched watched;
    private final ObjectMapper json;

    ViewCounter(
            Jdbi jdbi,
            Catalog catalog,
            VideoCounts videoCounts,
            ViewMarks marks,
            LastWatched watched,
            ObjectMapper json) {
        this.jdbi = jdbi;
        this.catalog = catalog;
        this.videoCounts = videoCounts;
        this.marks = marks;
        this.watched = watched;
        this.json = json;
    }

    @Override
    public String group() {
        return "views.counts";
    }

    @Override
    public Set<String> topics() {
        return Set.of(View.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        List<View> views = new ArrayList<>(events.size());
        for (Event event : events) {
            var payload = json.readValue(event.payload(), View.Payload.class);
            views.add(new View(VideoId.fromString(event.key()), payload.viewer(), event.time()));
        }
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        Map<VideoId, CountChange> counts = new HashMap<>();
        for (View view : marks.mark(tx, views)) {
            counts.merge(view.videoId(), CountChange.ofViews(1), CountChange::plus);
        }
        if (!counts.isEmpty()) {
            catalog.addCounts(tx, counts);
            watched.note(tx, views);
        }
    }

    @Override
    public void committed(List<Event> events) {
        videoCounts.announce(
                events.stream().map(Event::key).map(VideoId::fromString).collect(Collectors.toSet()));
    }
}
