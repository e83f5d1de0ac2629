package io.vidstead.engines.pubsub;

import java.util.function.Consumer;

/**
 * Messages by channel to all who listen at that moment, on all nodes.
 *
 * <p><b>Delivery:</b> at most once. A message published after {@link #subscribe} returned reaches the listener, unless it
 * is so slow that its bounded queue is full: then its oldest messages are dropped, and only its own.
 *
 * <p><b>Order:</b> a listener gets the messages of one publishing thread on one channel in order, one call at a time.
 *
 * <p>A publisher never waits for listeners. An exception of a listener is logged and the next message follows.
 */
public interface PubSub extends AutoCloseable {

    void publish(String channel, String message);

    /** Calls the listener for each message, on a virtual thread of its own, until the subscription is closed. */
    Subscription subscribe(String channel, Consumer<String> listener);

    /** Ends all subscriptions. */
    @Override
    void close();

    /** Somebody listening. */
    interface Subscription extends AutoCloseable {

        /**
         * What is published after this returned is not delivered, nor what still waits; a message that is being handed
         * over may be. Does not wait for the listener. Idempotent.
         */
        @Override
        void close();

        /** How many messages were dropped because the listener was too slow. */
        long dropped();
    }
}
