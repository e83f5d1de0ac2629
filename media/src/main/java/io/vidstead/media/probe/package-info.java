/**
 * Looks into an untrusted file and either describes it or refuses it with a reason.
 *
 * <p>Invariant: what is accepted here is within the limits that the encoder relies on (pixels, streams, length). Nothing
 * is written.
 */
@NullMarked
package io.vidstead.media.probe;

import org.jspecify.annotations.NullMarked;
