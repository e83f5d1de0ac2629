/**
 * What tests of all features share: one database for all {@code @QuarkusTest} classes, servers as processes, callers.
 *
 * <p>Invariants: nothing here sleeps; it waits for a condition with a deadline.
 */
@NullMarked
package io.vidstead.testing;

import org.jspecify.annotations.NullMarked;
