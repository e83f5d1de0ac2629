package io.vidstead.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vidstead.engines.events.NewEvent;
import io.vidstead.engines.events.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells about a change in the transaction that makes it: both commit, or neither. Consumers hear of it right after. */
@ApplicationScoped
public class Events {

    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Events(Outbox outbox, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds an event. Lock or change the row that it tells about first: that keeps the order of its key.
     *
     * @param type its topic, such as {@code video.published}
     * @param key the id whose events keep their order
     * @param payload becomes JSON in snake_case
     */
    public void add(Handle tx, String type, String key, @Nullable UserId actor, Object payload) {
        String by = actor == null ? null : actor.toString();
        try {
            outbox.add(
                    tx.getConnection(), NewEvent.of(type, clock.instant(), key, by, json.writeValueAsString(payload)));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add the event " + type, e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the payload of " + type + " is not JSON", e);
        }
        tx.afterCommit(outbox::wake);
    }
}
