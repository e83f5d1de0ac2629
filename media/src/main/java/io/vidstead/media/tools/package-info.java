/**
 * Runs ffmpeg and ffprobe: where the programs come from, and the sandbox around every run of them.
 *
 * <p>Invariant: no other package starts a process. A run has no shell, no network, no standard input, a cleared
 * environment, a deadline and bounded output; when it ends, nothing of its process tree lives on. Must not know what the
 * arguments mean.
 */
@NullMarked
package io.vidstead.media.tools;

import org.jspecify.annotations.NullMarked;
