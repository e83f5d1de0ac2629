/**
 * What is made of a video beside its renditions: the pictures of the scrub bar, a clip for cards, how loud it is, its
 * chapters and written words, and a picture for files that have none.
 *
 * <p>Each maker takes one untrusted file, runs ffmpeg in the sandbox and leaves files in the folder it is given. A clear,
 * small rendition does as well as the original for pictures and costs a tenth. None of them is needed to play a video:
 * what cannot be made is left out by the caller.
 *
 * <p>Invariant: text that comes out ({@link io.vidstead.media.derive.Chapter}, {@link io.vidstead.media.derive.WebVtt})
 * holds no markup of the file's, no controls, and is bounded.
 */
@NullMarked
package io.vidstead.media.derive;

import org.jspecify.annotations.NullMarked;
