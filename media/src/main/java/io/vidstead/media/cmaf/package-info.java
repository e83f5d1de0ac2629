/**
 * Reads the boxes of a single-file CMAF rendition into an index: where its segments are, how long, which codec.
 *
 * <p>Invariant: reading is bounded in time and memory for any input, and either yields a consistent index or throws
 * {@link io.vidstead.media.MediaException} with code {@code malformed_media}. Must not know of manifests.
 */
@NullMarked
package io.vidstead.media.cmaf;

import org.jspecify.annotations.NullMarked;
