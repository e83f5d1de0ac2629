/**
 * The video library: the values that all its parts share.
 *
 * <p>What goes in is an untrusted file; what comes out is a description of it ({@code probe}), CMAF files
 * ({@code encode}), their index ({@code cmaf}), playlists over that index ({@code manifest}), pictures
 * ({@code images}) and what else goes along with a video ({@code derive}). Everything that decodes a stranger's bytes runs in ffmpeg as a separate program, in the sandbox of
 * {@code tools}.
 *
 * <p>Invariant: nothing here knows of the web, a database or the platform. Expected outcomes are sealed results;
 * everything else is a {@link io.vidstead.media.MediaException} with a stable code.
 */
@NullMarked
package io.vidstead.media;

import org.jspecify.annotations.NullMarked;
