/**
 * How often somebody may do something.
 *
 * <p>Invariants: a refused attempt costs nothing and is told when to come back; memory is bounded whatever keys arrive;
 * what a limit is for, and whom it is told, is the caller's business.
 */
@NullMarked
package io.vidstead.engines.limits;

import org.jspecify.annotations.NullMarked;
