package io.vidstead.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engines.timelines.Entry;
import io.vidstead.engines.timelines.Position;
import io.vidstead.engines.timelines.Timeline;
import io.vidstead.engines.timelines.Timelines;
import io.vidstead.kernel.Events;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what was kept of somebody's watching. First it is noted that it is to be forgotten, so that what is still on
 * its way through the log is dropped when it comes.
 */
@ApplicationScoped
class Forgetting {

    private final Transactions transactions;
    private final HistoryStore entries;
    private final Timelines timelines;
    private final Events events;
    private final ObjectMapper json;
    private final Clock clock;

    Forgetting(
            Transactions transactions,
            HistoryStore entries,
            Timelines timelines,
            Events events,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.timelines = timelines;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    void all(UserId viewer) {
        transactions.run(tx -> {
            note(tx, viewer, Optional.empty());
            entries.deleteAll(tx, viewer);
        });
        timelines.deleteAll(WatchEvent.timeline(viewer));
    }

    void one(UserId viewer, VideoId video) {
        transactions.run(tx -> {
            note(tx, viewer, Optional.of(video));
            entries.delete(tx, viewer, video);
        });
        Timeline timeline = WatchEvent.timeline(viewer);
        @Nullable Position after = null;
        do {
            Timelines.Page page = timelines.list(timeline, after, Timelines.MAX_LIMIT);
            for (Entry entry : page.entries()) {
                if (read(entry).videoId().equals(video)) {
                    timelines.delete(timeline, entry.position());
                }
            }
            after = page.next().orElse(null);
        } while (after != null);
    }

    private void note(Handle tx, UserId viewer, Optional<VideoId> video) {
        Instant now = clock.instant();
        entries.noteForgotten(tx, viewer, video, now);
        events.add(tx, HistoryForgotten.TOPIC, viewer.toString(), viewer, new HistoryForgotten(viewer, video, now));
    }

    private WatchEvent.Payload read(Entry entry) {
        try {
            return json.readValue(entry.body(), WatchEvent.Payload.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry that was not written here", e);
        }
    }
}
