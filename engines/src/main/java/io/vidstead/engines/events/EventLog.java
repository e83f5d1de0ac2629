package io.vidstead.engines.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A durable log of events by topic, read by named groups.
 *
 * <p><b>Durability:</b> {@link #append} returns when the events survive a crash of the machine.
 *
 * <p><b>Order:</b> events of one topic and key are delivered in the order in which they were appended. Nothing is said
 * about different keys or topics.
 *
 * <p><b>Delivery:</b> every group gets every event at least once, also those appended before the group was first seen
 * (as far as they are kept). No event is skipped when writers commit out of order: a group sees an event only after all
 * events before it in its part of the log. A group's database effects and its place in the log commit together, so they
 * happen exactly once.
 *
 * <p><b>Sharing:</b> several consumers of one group, on one node or many, share the work; no two handle the same key at
 * the same time.
 *
 * <p><b>Poison:</b> an event that cannot be handled goes, after bounded attempts, to the topic {@code <topic>.dead} as an
 * event of the same key whose payload is {@code {"group", "attempts", "error", "event": {"id", "type", "version", "time",
 * "key", "actor", "payload"}}}; the events after it flow.
 *
 * <p><b>Failure:</b> {@link EventLogException}; whether an append that failed took place is unknown, append again.
 */
public interface EventLog extends AutoCloseable {

    /** Appends the events, in this order and all or none, and returns when they are durable. */
    void append(List<NewEvent> events);

    default void append(NewEvent event) {
        append(List.of(event));
    }

    /**
     * Hands the events of the topics to the handler, on a virtual thread, until the subscription is closed. Close it
     * before the database goes.
     */
    Subscription consume(String group, Set<String> topics, BatchHandler handler, ConsumeOptions options);

    default Subscription consume(String group, Set<String> topics, BatchHandler handler) {
        return consume(group, topics, handler, ConsumeOptions.DEFAULTS);
    }

    /** How far each group is behind, for metrics and health. */
    List<Lag> lag();

    /**
     * Deletes events that were appended before the given time and that every known group has consumed.
     *
     * @return how many
     */
    long deleteBefore(Instant time);

    /** Closes all subscriptions. Idempotent. */
    @Override
    void close();

    /** A group's running consumer on this node. */
    interface Subscription extends AutoCloseable {

        /** Takes no further batch and returns when the one in flight is done. Idempotent. */
        @Override
        void close();
    }

    /**
     * @param events how many the group has not consumed yet
     * @param failing whether the next event of the topic has failed at least once
     */
    record Lag(String group, String topic, long events, boolean failing) {}
}
