package io.vidstead.search;

import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.embed.EmbedderUnavailableException;
import io.vidstead.engines.events.ConsumeOptions;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.events.RetryLaterException;
import io.vidstead.engines.search.SearchIndexException;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the vectors of what is new or changed. A consumer of its own: words are found at once, while this takes its time, and
 * waits when the model's service is away.
 */
@ApplicationScoped
class MeaningConsumer implements EventConsumer {

    private static final int BATCH = 20;

    private final Indexer indexer;

    MeaningConsumer(Indexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public String group() {
        return "search.meaning";
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                VideoEvent.Published.TOPIC,
                VideoEvent.Updated.TOPIC,
                VideoEvent.Deleted.TOPIC,
                VideoEvent.Captioned.TOPIC);
    }

    @Override
    public ConsumeOptions options() {
        return ConsumeOptions.DEFAULTS.withBatchSize(BATCH);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        try {
            for (String key : events.stream().map(Event::key).collect(Collectors.toSet())) {
                indexer.meaning(new VideoId(key));
            }
        } catch (EmbedderUnavailableException | SearchIndexException e) {
            throw new RetryLaterException("the meaning of videos waits", e);
        }
    }
}
