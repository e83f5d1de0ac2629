package io.vidstead.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.accounts.Accounts;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings subscriber counts up to what the rows say, as {@link ReactionCounter} does with its own. */
@ApplicationScoped
class SubscriptionCounter implements EventConsumer {

    private static final int BATCH = 2_000;

    private record Key(UserId channel, UserId user) {}

    private final Jdbi jdbi;
    private final SubscriptionStore store;
    private final Accounts accounts;
    private final ObjectMapper json;

    SubscriptionCounter(Jdbi jdbi, SubscriptionStore store, Accounts accounts, ObjectMapper json) {
        this.jdbi = jdbi;
        this.store = store;
        this.accounts = accounts;
        this.json = json;
    }

    @Override
    public String group() {
        return "engagement.subscriptions";
    }

    @Override
    public Set<String> topics() {
        return Set.of(SubscriptionChanged.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Map<Key, SubscriptionChanged> latest = new LinkedHashMap<>();
        for (Event event : events) {
            SubscriptionChanged change = json.readValue(event.payload(), SubscriptionChanged.class);
            latest.put(new Key(change.channel(), change.userId()), change);
        }
        // Not closed: the connection is the log's.
        Handle tx = jdbi.open(transaction);
        Map<UserId, Long> changes = store.count(tx, latest.values());
        if (!changes.isEmpty()) {
            accounts.addSubscribers(tx, changes);
        }
        List<SubscriptionChanged> ended =
                latest.values().stream().filter(c -> !c.subscribed()).toList();
        if (!ended.isEmpty()) {
            store.forget(tx, ended);
        }
    }

    @Override
    public void committed(List<Event> events) {
        events.stream().map(Event::key).distinct().map(UserId::fromString).forEach(accounts::changed);
    }
}
