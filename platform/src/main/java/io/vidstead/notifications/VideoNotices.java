package io.vidstead.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.Privacy;
import io.vidstead.catalog.Video;
import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells subscribers of new videos and owners of what became of theirs; takes back what is not to be seen any more. */
@ApplicationScoped
class VideoNotices implements EventConsumer {

    /** A video that is made public later than this after it was ready is not new. */
    private static final Duration NEW = Duration.ofDays(7);

    private final Transactions transactions;
    private final Catalog catalog;
    private final Notifier notifier;
    private final FanOuts fanOuts;
    private final Clock clock;
    private final ObjectMapper json;

    VideoNotices(
            Transactions transactions,
            Catalog catalog,
            Notifier notifier,
            FanOuts fanOuts,
            Clock clock,
            ObjectMapper json) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.notifier = notifier;
        this.fanOuts = fanOuts;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String group() {
        return "notifications.videos";
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                VideoEvent.Published.TOPIC,
                VideoEvent.Updated.TOPIC,
                VideoEvent.Finished.TOPIC,
                VideoEvent.Failed.TOPIC,
                VideoEvent.Deleted.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        for (Event event : events) {
            VideoId id = new VideoId(event.key());
            switch (event.topic()) {
                case VideoEvent.Published.TOPIC, VideoEvent.Updated.TOPIC -> changed(id);
                case VideoEvent.Finished.TOPIC -> toOwner(id, Kind.PROCESSING_FINISHED, Optional.empty());
                case VideoEvent.Failed.TOPIC -> {
                    var failed = json.readValue(event.payload(), VideoEvent.Failed.class);
                    toOwner(id, Kind.PROCESSING_FAILED, Optional.of(failed.code()));
                }
                case VideoEvent.Deleted.TOPIC ->
                    transactions.run(tx -> NotificationStore.removeVideo(tx, id, Optional.empty()));
                default -> throw new IllegalStateException("not asked for: " + event.topic());
            }
        }
    }

    private void changed(VideoId id) {
        Optional<Video> found = catalog.find(id);
        if (found.isEmpty()) {
            return;
        }
        Video video = found.get();
        boolean fresh = video.published()
                .filter(time -> time.isAfter(clock.instant().minus(NEW)))
                .isPresent();
        if (Sight.isPublic(video) && fresh) {
            transactions.run(tx -> fanOuts.begin(tx, video));
        } else if (video.details().privacy() == Privacy.PRIVATE) {
            transactions.run(tx -> NotificationStore.removeVideo(tx, id, Optional.of(video.owner())));
        }
    }

    private void toOwner(VideoId id, Kind kind, Optional<String> detail) {
        catalog.find(id)
                .ifPresent(video -> transactions.run(
                        tx -> notifier.tell(tx, video.owner(), Notice.ofVideo(kind, id, Optional.empty(), detail))));
    }
}
