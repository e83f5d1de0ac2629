/**
 * Writes HLS playlists and DASH manifests over indexes of CMAF files; pure functions from records to text.
 */
@NullMarked
package io.vidstead.media.manifest;

import org.jspecify.annotations.NullMarked;
