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

/** Orders the encryption of premium videos when they are published or change. Idempotent: the job looks for itself. */
@ApplicationScoped
class PremiumVideos implements EventConsumer {

    private final Transactions transactions;
    private final Jobs jobs;
    private final ProtectJob protect;
    private final Clock clock;

    PremiumVideos(Transactions transactions, Jobs jobs, ProtectJob protect, Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.protect = protect;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "premium";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VideoEvent.Published.TOPIC, VideoEvent.Updated.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        transactions.run(tx -> {
            for (Event event : events) {
                VideoId.parse(event.key())
                        .ifPresent(video -> jobs.schedule(tx, protect, video.value(), clock.instant()));
            }
        });
    }
}
