/**
 * What is only ever appended in time and read newest first: a user's watch events, the versions of a comment.
 *
 * <p>Invariants: what was appended is durable; an entry appended twice is there once; pages neither skip nor repeat what was
 * there when the first one was read. The package knows nothing of what the entries mean.
 */
@NullMarked
package io.vidstead.engines.timelines;

import org.jspecify.annotations.NullMarked;
