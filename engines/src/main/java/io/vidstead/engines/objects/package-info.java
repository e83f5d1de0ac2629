/**
 * Where bytes live: originals, renditions, pictures, under plain keys; and uploads that are still growing.
 *
 * <p>Invariants: an object is visible whole or not at all; its SHA-256 is known from the first moment; an acknowledged
 * byte of a stage survives a crash. The package knows nothing of videos, users or HTTP.
 */
@NullMarked
package io.vidstead.engines.objects;

import org.jspecify.annotations.NullMarked;
