/**
 * What the media library makes of the files in {@code fixtures.json} and of hostile ones. The files themselves come with the
 * library's tests, for others too.
 */
@NullMarked
package io.vidstead.media.corpus;

import org.jspecify.annotations.NullMarked;
