/**
 * Vidstead from outside: one person's HTTP client, clips to upload, other programs. What benches and the demo share.
 *
 * <p>Knows the public API and the packaged ffmpeg only; nothing of the platform's classes or tables.
 */
@NullMarked
package io.vidstead.outside;

import org.jspecify.annotations.NullMarked;
