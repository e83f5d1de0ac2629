/**
 * Texts as vectors, so that what means the same lies close: by a small model in this process, or by any service with an
 * OpenAI-compatible interface.
 *
 * <p>Invariants: vectors have length 1 and the model's dimension; one text makes one vector, whatever it is asked with. Vectors
 * of different models say nothing about each other: keep a vector with its {@link io.vidstead.engines.embed.Embedder.Model}.
 * The package knows nothing of videos, search or where vectors are kept.
 */
@NullMarked
package io.vidstead.engines.embed;

import org.jspecify.annotations.NullMarked;
