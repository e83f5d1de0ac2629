/**
 * Messages to whoever listens right now: at most once, never stored.
 *
 * <p>Invariants: a publisher never waits for a listener; messages of one publisher on one channel arrive in order. What
 * must not be lost goes through the event log instead.
 */
@NullMarked
package io.vidstead.engines.pubsub;

import org.jspecify.annotations.NullMarked;
