/**
 * What happened, in order: a durable log with named consumer groups, and the outbox by which a transaction's events
 * reach it.
 *
 * <p>Invariants: appended means durable; events of one key keep their order; no event is skipped, whatever the order in
 * which writers commit; a consumer's database effect and its place in the log commit together. The package knows
 * nothing of what the events mean.
 */
@NullMarked
package io.vidstead.engines.events;

import org.jspecify.annotations.NullMarked;
