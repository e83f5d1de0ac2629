/**
 * Keeping house: what is stored and who takes how much, whether it is still what it was, and what may go.
 *
 * <p>For administrators there are {@code /api/v1/admin/storage}, {@code /integrity} and {@code /reencode}. In the background,
 * each a recurring job:
 *
 * <ul>
 *   <li>{@code Scrub} reads every file that the catalog names, at a bounded rate, from where the last run stopped; what is
 *       damaged is withdrawn by the object store and mended by {@code Repairs} where the original allows it.
 *   <li>{@code DropOriginals} and {@code DropUnwatched} follow the site's policy, {@code DropRefused} takes away files that
 *       became no video. {@code MakeAgain} brings back what a viewer of a reduced video should have.
 *   <li>{@code Reencoding} feeds runs that encode many videos anew, a few at a time, behind all other work.
 * </ul>
 *
 * <p>Invariants: a video that plays goes on to play, whatever is dropped or made anew; every job goes on where it was when
 * its server died. Events in: {@code ReducedWatched}, within the process. It must not know how anything is encoded, nor
 * what a view is; that it asks of {@code processing} and {@code views}.
 */
@NullMarked
package io.vidstead.storage;

import org.jspecify.annotations.NullMarked;
