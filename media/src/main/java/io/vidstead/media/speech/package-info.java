/**
 * What is said in a file: its sound in the form in which speech is recognised, and a recogniser of the system, confined as
 * ffmpeg is. Knows nothing of who wants the words.
 */
@NullMarked
package io.vidstead.media.speech;

import org.jspecify.annotations.NullMarked;
