package io.vidstead.recommendations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engagement.Reaction;
import io.vidstead.engagement.ReactionChanged;
import io.vidstead.engagement.SubscriptionChanged;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.history.HistoryForgotten;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.recommendations.SignalStore.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Learns from what viewers do: at most two statements a batch and two for each who wants something forgotten, in the
 * transaction of the consumer's place in the log.
 */
@ApplicationScoped
class Learning implements EventConsumer {

    static final String WATCHED = "video.watch";

    private static final int BATCH = 1_000;
    private static final double END_SECONDS = 2;

    /** What is of account in a watch event; the viewer and the time are in its envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Watched(VideoId videoId, String eventType, double watchPosition, double duration) {

        double share() {
            return duration > 0 ? Math.clamp(watchPosition / duration, 0, 1) : 0;
        }

        /** Who jumps ahead has not seen what lies before. */
        boolean counts() {
            return !eventType.equals("seek");
        }

        boolean completed() {
            return (eventType.equals("end") && watchPosition >= duration - END_SECONDS) || share() >= 0.9;
        }
    }

    private record Key(UserId user, VideoId video) {}

    private final Jdbi jdbi;
    private final SignalStore signals;
    private final Invalidations invalidations;
    private final ObjectMapper json;

    Learning(Jdbi jdbi, SignalStore signals, Invalidations invalidations, ObjectMapper json) {
        this.jdbi = jdbi;
        this.signals = signals;
        this.invalidations = invalidations;
        this.json = json;
    }

    @Override
    public String group() {
        return "recommendations.taste";
    }

    @Override
    public Set<String> topics() {
        return Set.of(WATCHED, ReactionChanged.TOPIC, HistoryForgotten.TOPIC, SubscriptionChanged.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Map<Key, News> watched = new HashMap<>();
        Map<Key, News> reacted = new HashMap<>();
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        for (Event event : events) {
            switch (event.topic()) {
                case WATCHED -> add(watched, watched(event), Learning::more);
                case ReactionChanged.TOPIC -> add(reacted, reacted(event), (_, later) -> later);
                case SubscriptionChanged.TOPIC -> {} // read where it is; only lists made before are to be dropped
                default -> {
                    var wish = json.readValue(event.payload(), HistoryForgotten.class);
                    signals.forget(tx, wish.userId(), wish.videoId(), wish.at());
                }
            }
        }
        if (!watched.isEmpty()) {
            signals.learn(tx, watched.values(), false);
        }
        if (!reacted.isEmpty()) {
            signals.learn(tx, reacted.values(), true);
        }
    }

    private static void add(Map<Key, News> all, News news, BinaryOperator<News> merge) {
        all.merge(new Key(news.user(), news.video()), news, merge);
    }

    private News watched(Event event) throws JsonProcessingException {
        Watched payload = json.readValue(event.payload(), Watched.class);
        return new News(
                UserId.fromString(event.key()),
                payload.videoId(),
                payload.counts() ? payload.share() : 0,
                payload.counts() && payload.completed(),
                0,
                event.time());
    }

    private News reacted(Event event) throws JsonProcessingException {
        ReactionChanged payload = json.readValue(event.payload(), ReactionChanged.class);
        return new News(payload.userId(), payload.videoId(), 0, false, stored(payload.reaction()), event.time());
    }

    private static int stored(Reaction reaction) {
        return switch (reaction) {
            case LIKE -> 1;
            case DISLIKE -> -1;
            case NONE -> 0;
        };
    }

    private static News more(News one, News other) {
        return new News(
                one.user(),
                one.video(),
                Math.max(one.watched(), other.watched()),
                one.completed() || other.completed(),
                0,
                one.at().isAfter(other.at()) ? one.at() : other.at());
    }

    @Override
    public void committed(List<Event> events) {
        events.stream().map(this::viewer).collect(Collectors.toSet()).forEach(invalidations::changed);
    }

    private UserId viewer(Event event) {
        try {
            return switch (event.topic()) {
                case ReactionChanged.TOPIC ->
                    json.readValue(event.payload(), ReactionChanged.class).userId();
                case SubscriptionChanged.TOPIC ->
                    json.readValue(event.payload(), SubscriptionChanged.class).userId();
                default -> UserId.fromString(event.key());
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read a moment ago", e);
        }
    }
}
