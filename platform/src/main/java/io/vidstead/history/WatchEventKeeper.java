package io.vidstead.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.timelines.Entry;
import io.vidstead.engines.timelines.Position;
import io.vidstead.engines.timelines.Timelines;
import io.vidstead.kernel.Columns;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Brings watch events from the log into their viewers' timelines: one statement for what is to be forgotten, one for the
 * entries. An event names its entry, so a batch that comes again changes nothing.
 */
@ApplicationScoped
class WatchEventKeeper implements EventConsumer {

    private static final int BATCH = 1_000;

    /** @param video empty for all of them */
    private record Forgotten(UserId viewer, String video) {}

    private final Jdbi jdbi;
    private final Timelines timelines;
    private final ObjectMapper json;

    WatchEventKeeper(Jdbi jdbi, Timelines timelines, ObjectMapper json) {
        this.jdbi = jdbi;
        this.timelines = timelines;
        this.json = json;
    }

    @Override
    public String group() {
        return "history.watch-events";
    }

    @Override
    public Set<String> topics() {
        return Set.of(WatchEvent.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Map<Forgotten, Instant> forgotten = forgotten(transaction, events);
        List<Entry> entries = new ArrayList<>(events.size());
        for (Event event : events) {
            UserId viewer = UserId.fromString(event.key());
            var payload = json.readValue(event.payload(), WatchEvent.Payload.class);
            if (after(event, forgotten.get(new Forgotten(viewer, "")))
                    && after(
                            event,
                            forgotten.get(
                                    new Forgotten(viewer, payload.videoId().value())))) {
                var position = new Position(event.time(), event.id().getLeastSignificantBits());
                entries.add(new Entry(WatchEvent.timeline(viewer), position, event.payload()));
            }
        }
        timelines.append(entries);
    }

    private static boolean after(Event event, @Nullable Instant forgotten) {
        return forgotten == null || event.time().isAfter(forgotten);
    }

    private Map<Forgotten, Instant> forgotten(Connection transaction, List<Event> events) {
        String viewers = events.stream()
                .map(event -> Long.toString(UserId.fromString(event.key()).value()))
                .distinct()
                .collect(Collectors.joining(","));
        Map<Forgotten, Instant> found = new HashMap<>();
        // Not closed: the connection is the log's.
        jdbi.open(transaction)
                .createQuery("""
                        select user_id, video_id, forgotten_at from history_forgotten
                        where user_id = any (string_to_array(:viewers, ',')::bigint[])
                        """)
                .bind("viewers", viewers)
                .map((row, _) -> Map.entry(
                        new Forgotten(Columns.userId(row, "user_id"), row.getString("video_id")),
                        Columns.instant(row, "forgotten_at")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
