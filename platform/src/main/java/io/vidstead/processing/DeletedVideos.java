package io.vidstead.processing;

import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.events.Event;
import io.vidstead.jobs.Jobs;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Orders the deletion of what deleted videos have stored. Idempotent by itself. */
@ApplicationScoped
class DeletedVideos implements EventConsumer {

    private final Transactions transactions;
    private final Jobs jobs;
    private final DeleteMediaJob deleteMedia;
    private final Clock clock;

    DeletedVideos(Transactions transactions, Jobs jobs, DeleteMediaJob deleteMedia, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.deleteMedia = deleteMedia;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "processing";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VideoEvent.Deleted.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        transactions.run(tx -> {
            for (Event event : events) {
                VideoId.parse(event.key())
                        .ifPresent(video -> jobs.schedule(tx, deleteMedia, video.value(), clock.instant()));
            }
        });
    }
}
