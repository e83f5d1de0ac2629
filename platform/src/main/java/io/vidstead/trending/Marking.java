package io.vidstead.trending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engagement.Reaction;
import io.vidstead.engagement.ReactionChanged;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.VideoId;
import io.vidstead.kernel.Viewers;
import io.vidstead.trending.MarkStore.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Marks who watched, liked and shared what: at most four statements a batch, with the consumer's place in the log. */
@ApplicationScoped
class Marking implements EventConsumer {

    static final String VIEWS = "video.views";
    static final String SHARES = "video.shares";

    private static final int BATCH = 2_000;

    /** What a view or a share tells of its viewer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Seen(
            String viewer,
            @Nullable String network,
            @Nullable Instant accountAt) {}

    private record Key(VideoId video, String viewer, LocalDate day) {}

    private record Pair(VideoId video, String viewer) {}

    private final Jdbi jdbi;
    private final MarkStore marks;
    private final Viewers viewers;
    private final ObjectMapper json;

    Marking(Jdbi jdbi, MarkStore marks, Viewers viewers, ObjectMapper json) {
        this.jdbi = jdbi;
        this.marks = marks;
        this.viewers = viewers;
        this.json = json;
    }

    @Override
    public String group() {
        return "trending.marks";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VIEWS, ReactionChanged.TOPIC, SHARES);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Map<Key, Mark> added = new HashMap<>();
        Map<Pair, Mark> liked = new HashMap<>();
        for (Event event : events) {
            Mark mark = mark(event);
            if (event.topic().equals(ReactionChanged.TOPIC)) {
                liked.put(new Pair(mark.video(), mark.viewer()), mark);
            } else {
                added.merge(new Key(mark.video(), mark.viewer(), mark.day()), mark, Mark::and);
            }
        }
        liked.values().stream()
                .filter(Mark::liked)
                .forEach(mark -> added.merge(new Key(mark.video(), mark.viewer(), mark.day()), mark, Mark::and));
        List<Mark> taken = liked.values().stream().filter(mark -> !mark.liked()).toList();
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        if (!added.isEmpty()) {
            marks.add(tx, added.values());
        }
        if (!taken.isEmpty()) {
            marks.unlike(tx, taken);
        }
    }

    private Mark mark(Event event) throws JsonProcessingException {
        if (event.topic().equals(ReactionChanged.TOPIC)) {
            ReactionChanged change = json.readValue(event.payload(), ReactionChanged.class);
            boolean likes = change.reaction() == Reaction.LIKE;
            String viewer = viewers.name(change.userId());
            return new Mark(change.videoId(), viewer, null, null, false, likes, false, event.time());
        }
        Seen seen = json.readValue(event.payload(), Seen.class);
        boolean share = event.topic().equals(SHARES);
        return new Mark(
                VideoId.fromString(event.key()),
                seen.viewer(),
                seen.network(),
                seen.accountAt(),
                !share,
                false,
                share,
                event.time());
    }
}
