/**
 * Damages good files at random, from a seed, and sees whether anything breaks that is not the file.
 *
 * <p>Invariant: a seed and a number give the same bytes on every machine, so that what was found can be looked at again.
 */
@NullMarked
package io.vidstead.fuzz;

import org.jspecify.annotations.NullMarked;
