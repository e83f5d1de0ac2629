/**
 * Turns an accepted file into CMAF files: by stream copy, or by encoding a ladder of renditions in one decode.
 *
 * <p>Invariant: every rendition is one fragmented MP4 file of one track with a global segment index, whose segments start
 * with a keyframe. Rungs of one ladder have their segment borders at the same times.
 */
@NullMarked
package io.vidstead.media.encode;

import org.jspecify.annotations.NullMarked;
