package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a suite needs of an engine. */
interface EventLogUnderTest {

    ConsumeOptions OPTIONS = ConsumeOptions.DEFAULTS
            .withPollInterval(Duration.ofMillis(50))
            .withAttempts(3, Duration.ofMillis(1), Duration.ofMillis(10));

    /** Of this test alone. */
    String topic();

    /** Another node's log over the same storage. */
    EventLog log();

    default NewEvent event(String key, int nr) {
        return NewEvent.of(topic(), Instant.now(), key, null, Integer.toString(nr));
    }

    /** Notes the events in a table. */
    void effect(Connection transaction, List<Event> events) throws SQLException;

    /** The payloads of a key that were noted, in the order of noting. */
    List<String> effects(String key) throws SQLException;

    /** How many events the group has not had. */
    long lag(String group);
}
