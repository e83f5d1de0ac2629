/**
 * Values that are dear to make and may be a little old.
 *
 * <p>Invariants: one load at a time a key; a value older than its time to live is never returned; an invalidation wins
 * over a load that began before it. The package knows nothing of what it keeps.
 */
@NullMarked
package io.vidstead.engines.cache;

import org.jspecify.annotations.NullMarked;
