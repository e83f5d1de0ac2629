package io.vidstead.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.accounts.ChannelChanged;
import io.vidstead.catalog.VideoEvent;
import io.vidstead.comments.CommentEvent;
import io.vidstead.comments.CommentId;
import io.vidstead.engines.events.Event;
import io.vidstead.engines.events.RetryLaterException;
import io.vidstead.engines.search.SearchIndexException;
import io.vidstead.kernel.EventConsumer;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import io.vidstead.playlists.PublicPlaylists;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the words of the index at what the house tells: each batch is one write. While the disk is full, events wait. */
@ApplicationScoped
class IndexConsumer implements EventConsumer {

    private final Indexer indexer;
    private final ObjectMapper json;

    IndexConsumer(Indexer indexer, ObjectMapper json) {
        this.indexer = indexer;
        this.json = json;
    }

    @Override
    public String group() {
        return "search.index";
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                VideoEvent.Published.TOPIC,
                VideoEvent.Updated.TOPIC,
                VideoEvent.Deleted.TOPIC,
                VideoEvent.Captioned.TOPIC,
                CommentEvent.TOPIC,
                ChannelChanged.TOPIC,
                ChannelChanged.CREATED,
                PublicPlaylists.CHANGED);
    }

    @Override
    public void handle(Connection transaction, List<Event> events) throws JsonProcessingException {
        Set<String> keys = events.stream().map(Event::key).collect(Collectors.toSet());
        try {
            switch (events.getFirst().topic()) {
                case CommentEvent.TOPIC -> indexer.comments(comments(events));
                case PublicPlaylists.CHANGED -> indexer.playlists(keys);
                case ChannelChanged.TOPIC, ChannelChanged.CREATED ->
                    indexer.channels(keys.stream()
                            .map(UserId::parse)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet()));
                default -> {
                    indexer.videos(keys.stream().map(VideoId::new).collect(Collectors.toSet()));
                    indexer.commentsBelow(shown(events));
                }
            }
        } catch (SearchIndexException e) {
            throw new RetryLaterException("the search index cannot be written", e);
        }
    }

    /** Those that everybody may find since these events, if they may. */
    private Set<VideoId> shown(List<Event> events) throws JsonProcessingException {
        Set<VideoId> ids = new HashSet<>();
        for (Event event : events) {
            if (mayShow(event)) {
                ids.add(new VideoId(event.key()));
            }
        }
        return ids;
    }

    private boolean mayShow(Event event) throws JsonProcessingException {
        return switch (event.topic()) {
            case VideoEvent.Published.TOPIC -> true;
            // Those that an older version wrote do not say it.
            case VideoEvent.Updated.TOPIC ->
                json.readTree(event.payload()).path("privacy_changed").asBoolean(true);
            default -> false;
        };
    }

    private Set<CommentId> comments(List<Event> events) throws JsonProcessingException {
        Set<CommentId> ids = new HashSet<>();
        for (Event event : events) {
            ids.add(json.readValue(event.payload(), CommentEvent.class).commentId());
        }
        return ids;
    }
}
