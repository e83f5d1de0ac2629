/**
 * Puts the server together: start and stop, settings, engines, roles, jobs, consumers, health.
 *
 * <p>Invariants: everything is started here, in one order, and stopped in the opposite one, PostgreSQL last; nothing
 * depends on this package.
 *
 * <p>Events in: each feature's {@link io.vidstead.kernel.EventConsumer} beans are run from here. Events out: none.
 *
 * <p>Must not know: what a feature does; it only collects what features provide (resources, consumers, tasks).
 */
@NullMarked
package io.vidstead.app;

import org.jspecify.annotations.NullMarked;
