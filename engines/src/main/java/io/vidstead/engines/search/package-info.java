/**
 * What can be found: an index of entries with texts in many languages, numbers and vectors, searched by words and by meaning.
 *
 * <p>Invariants: an entry has one id and is replaced whole; what was written is found by the next search; while an index is
 * built anew, the one before goes on answering. The package knows nothing of videos or who may see what: whoever asks looks
 * at what is found before showing it.
 */
@NullMarked
package io.vidstead.engines.search;

import org.jspecify.annotations.NullMarked;
