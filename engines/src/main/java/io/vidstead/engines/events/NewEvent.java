package io.vidstead.engines.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into the log. Its topic is its type.
 *
 * @param id tells duplicates apart; random
 * @param type what happened, such as {@code video.uploaded}; lower-case words and dots, at most 100 characters
 * @param version of the payload's shape, from 1
 * @param time when it happened
 * @param key the id whose events keep their order, at most 200 characters
 * @param actor who did it, if it was somebody
 * @param payload JSON
 */
public record NewEvent(
        UUID id,
        String type,
        int version,
        Instant time,
        String key,
        @Nullable String actor,
        String payload) {

    /** @throws IllegalArgumentException when a part is malformed; NUL characters are refused everywhere */
    public NewEvent {
        Topics.requireValid(type);
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1");
        }
        if (key.isEmpty() || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
        if (key.indexOf(0) >= 0 || payload.indexOf(0) >= 0 || (actor != null && actor.indexOf(0) >= 0)) {
            throw new IllegalArgumentException("NUL in an event");
        }
    }

    /** An event of version 1 with a random id. */
    public static NewEvent of(String type, Instant time, String key, @Nullable String actor, String payload) {
        return new NewEvent(UUID.randomUUID(), type, 1, time, key, actor, payload);
    }
}
