/**
 * What every feature may use to answer over HTTP outside of JAX-RS: files sent without copying, byte ranges.
 *
 * <p>Invariants: nothing here decides who may see a file; a path of a request is never made into a path of a file. Events in
 * and out: none. It must not know any feature.
 */
@NullMarked
package io.vidstead.kernel.http;

import org.jspecify.annotations.NullMarked;
