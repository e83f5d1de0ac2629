/**
 * Keeps the trouble of one engine from becoming everybody's: decorators of the ports call their engine through a {@link
 * io.vidstead.engines.guard.Guard}.
 *
 * <p>Invariants: an engine that does not answer costs no more threads than its guard has places; one that keeps failing is
 * left alone for a while, and tried again by single calls; what a caller did wrong, and what is merely missing, is no failure.
 * The package knows no engine.
 */
@NullMarked
package io.vidstead.engines.guard;

import org.jspecify.annotations.NullMarked;
