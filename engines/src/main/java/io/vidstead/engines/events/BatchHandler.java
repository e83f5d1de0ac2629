package io.vidstead.engines.events;

import java.sql.Connection;
import java.util.List;

/** What a consumer group does with events. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Handles the events, in their order. What is written through the connection commits together with the group's place
     * in the log: exactly once, whatever crashes. Effects elsewhere may happen again and must be idempotent.
     *
     * <p>The connection is inside the transaction: committing, rolling back and closing are not the handler's to do. On
     * an exception all of it is rolled back and comes again, in smaller batches until the one event that cannot be
     * handled is alone; that one goes to the topic {@code <topic>.dead} after the bounded number of attempts. A {@link
     * RetryLaterException}, or a database that is away, is nobody's poison and is retried without bound.
     *
     * @param events of one topic, at least one
     */
    void handle(Connection transaction, List<Event> events) throws Exception;

    /**
     * Called once {@link #handle} of these events has committed, for telling those who only look on: at most once, because
     * a crash may come in between, and what it throws is logged and changes nothing. The next batch waits for it.
     */
    default void committed(List<Event> events) throws Exception {}
}
