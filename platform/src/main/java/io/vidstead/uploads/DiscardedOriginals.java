package io.vidstead.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** Gives back what files took of the quota that are no originals any more: replaced or refused. Idempotent by itself. */
@ApplicationScoped
class DiscardedOriginals implements EventConsumer {

    private final Transactions transactions;
    private final UploadStore store;
    private final Completion completion;
    private final ObjectMapper json;

    DiscardedOriginals(Transactions transactions, UploadStore store, Completion completion, ObjectMapper json) {
        this.transactions = transactions;
        this.store = store;
        this.completion = completion;
        this.json = json;
    }

    @Override
    public String group() {
        return "uploads.discarded";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VideoEvent.OriginalDiscarded.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        for (Event event : events) {
            var discarded = json.readValue(event.payload(), VideoEvent.OriginalDiscarded.class);
            Completion.uploadOf(discarded.originalKey())
                    .flatMap(id -> transactions.read(handle -> store.find(handle, id)))
                    .ifPresent(upload -> transactions.run(tx -> completion.refund(tx, upload)));
        }
    }
}
