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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Counts shares: one statement for the marks and one for the counts, whatever the batch's size. */
@ApplicationScoped
class ShareCounter implements EventConsumer {

    private static final int BATCH = 2_000;

    private final Jdbi jdbi;
    private final ShareMarks marks;
    private final Catalog catalog;
    private final VideoCounts counts;
    private final ObjectMapper json;

    ShareCounter(Jdbi jdbi, ShareMarks marks, Catalog catalog, VideoCounts counts, ObjectMapper json) {
        this.jdbi = jdbi;
        this.marks = marks;
        this.catalog = catalog;
        this.counts = counts;
        this.json = json;
    }

    @Override
    public String group() {
        return "engagement.shares";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Share.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        List<Share> shares = new ArrayList<>(events.size());
        for (Event event : events) {
            var payload = json.readValue(event.payload(), Share.Payload.class);
            LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
            shares.add(new Share(VideoId.fromString(event.key()), payload.viewer(), day));
        }
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        Map<VideoId, CountChange> changes = marks.mark(tx, shares);
        if (!changes.isEmpty()) {
            catalog.addCounts(tx, changes);
        }
    }

    @Override
    public void committed(List<Event> events) {
        counts.announce(events.stream().map(Event::key).map(VideoId::fromString).collect(Collectors.toSet()));
    }
}
