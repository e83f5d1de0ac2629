/**
 * Pictures: stills taken from a video, and untrusted pictures made safe by decoding and encoding them again.
 */
@NullMarked
package io.vidstead.media.images;

import org.jspecify.annotations.NullMarked;
