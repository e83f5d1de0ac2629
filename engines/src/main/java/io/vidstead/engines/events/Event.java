package io.vidstead.engines.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as a consumer gets it.
 *
 * @param topic where it was read
 * @param id the same when the event comes twice
 * @param type what happened
 * @param version of the payload's shape
 * @param time when it happened, to the microsecond
 * @param key the id whose events keep their order
 * @param actor who did it, if it was somebody
 * @param payload JSON
 */
public record Event(
        String topic,
        UUID id,
        String type,
        int version,
        Instant time,
        String key,
        @Nullable String actor,
        String payload) {}
