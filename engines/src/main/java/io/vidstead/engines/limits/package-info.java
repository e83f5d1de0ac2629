/**
 * How often somebody may do something.
 *
 * <p>Invariants: a refused attempt costs nothing and is told when to come back; memory is bounded whatever keys arrive.
 */
@NullMarked
package io.vidstead.engines.limits;

import org.jspecify.annotations.NullMarked;
