package io.vidstead.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.engines.events.EventLog;
import io.vidstead.engines.events.Outbox;
import io.vidstead.engines.events.OutboxRelay;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the outbox relay and every feature's consumer, from start to shutdown, in servers with that role. */
@ApplicationScoped
class Consumers {

    static final int LATE = 5_000;
    private static final Duration RELAY_INTERVAL = Duration.ofSeconds(1);

    private final EventLog log;
    private final Outbox outbox;
    private final DataSource database;
    private final Instance<EventConsumer> consumers;
    private final boolean wanted;
    private final List<EventLog.Subscription> running = new ArrayList<>();
    private @Nullable OutboxRelay relay;

    Consumers(
            EventLog log,
            Outbox outbox,
            DataSource database,
            @Any Instance<EventConsumer> consumers,
            Settings settings) {
        this.log = log;
        this.outbox = outbox;
        this.database = database;
        this.consumers = consumers;
        this.wanted = settings.roles().contains(ServerRole.CONSUMERS);
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        if (!wanted) {
            return;
        }
        for (EventConsumer consumer : consumers) {
            running.add(log.consume(consumer.group(), consumer.topics(), consumer, consumer.options()));
        }
        relay = new OutboxRelay(database, outbox, log, RELAY_INTERVAL);
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (relay != null) {
            relay.close();
        }
        running.forEach(EventLog.Subscription::close);
        running.clear();
    }
}
