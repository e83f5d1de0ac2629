/**
 * Work that must be done later and survives a crash: durable jobs with retries, heartbeats and a bound on how many run.
 *
 * <p>Entry class: {@link io.vidstead.jobs.Jobs}. A feature declares a {@link io.vidstead.jobs.Job} or a
 * {@link io.vidstead.jobs.RecurringJob} as a bean; servers with the role {@code worker} run them. Lanes keep
 * short work from waiting behind long encodes.
 *
 * <p>Invariants: a job that was scheduled in a transaction exists exactly if that committed; it runs at least once, on one
 * server at a time as long as that server's heartbeats arrive. What a job does must be idempotent.
 *
 * <p>Events in and out: none. It must not know any feature.
 */
@NullMarked
package io.vidstead.jobs;

import org.jspecify.annotations.NullMarked;
