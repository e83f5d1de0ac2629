/**
 * Experiments with people's page: who gets which variant, who has seen it, and what came of it.
 *
 * <p>Entry class: {@link io.vidstead.experiments.Experiments}. What can be tried is a {@link io.vidstead.experiments.Trial} of the
 * feature whose behaviour it changes; administrators begin and end it. Invariants: somebody gets the same variant as long as
 * an experiment runs, on every server; only who has seen a variant counts, from that moment on; one experiment a trial runs at
 * a time, and without one everybody gets what is usual. It must not know what a trial is about.
 */
@NullMarked
package io.vidstead.experiments;

import org.jspecify.annotations.NullMarked;
