package io.vidstead.captions;

import io.vidstead.catalog.Catalog;
import io.vidstead.catalog.VideoEvent;
import io.vidstead.engines.events.Event;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.VideoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** Orders drafts for videos that have all their qualities, where the site wants that. Idempotent by itself. */
@ApplicationScoped
class FinishedVideos implements EventConsumer {

    private final Catalog catalog;
    private final Drafts drafts;

    FinishedVideos(Catalog catalog, Drafts drafts) {
        this.catalog = catalog;
        this.drafts = drafts;
    }

    @Override
    public String group() {
        return "captions";
    }

    @Override
    public Set<String> topics() {
        return Set.of(VideoEvent.Finished.TOPIC);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) {
        for (Event event : events) {
            VideoId.parse(event.key()).flatMap(catalog::find).ifPresent(drafts::finished);
        }
    }
}
