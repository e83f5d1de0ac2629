/**
 * Brings what just happened to open pages: the WebSocket {@code /ws} (docs/realtime.md), its channels, and the tickets that
 * say whose socket it is.
 *
 * <p>Invariants: nothing is sent to who may not see it; a client can only listen, so nobody speaks in another's name; what a
 * socket may hold of memory is bounded, and one that does not read is closed; {@code seq} grows within a channel and means
 * something together with this node's epoch only.
 *
 * <p>Others send by {@link io.vidstead.kernel.Broadcasts}. Events in and out: none. It must not know what messages mean, but
 * for {@code counts}, which are merged and sent once a second.
 */
@NullMarked
package io.vidstead.realtime;

import org.jspecify.annotations.NullMarked;
