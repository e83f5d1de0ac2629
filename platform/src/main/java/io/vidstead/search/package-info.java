/**
 * Finding: videos by title, description, tags, channel and what is said in them, at the moment where it is said; channels,
 * playlists and comments; by words in many languages and by meaning.
 *
 * <p>Invariants: only what is public is indexed, and nothing is shown that is not public at the moment of the answer, whatever
 * the index still holds: every answer is made of what the features that own things say then. The index may be lost at any
 * time; it is built anew from the database while it answers with what it has.
 *
 * <p>Events in: {@code video.published}, {@code video.updated}, {@code video.deleted}, {@code video.captions}, {@code
 * video.views}, {@code video.likes}, {@code video.comments}, {@code channel.updated}, {@code account.created}, {@code
 * playlist.changed}. Events out: none. It must not know how videos are played, nor who recommends what.
 */
@NullMarked
package io.vidstead.search;

import org.jspecify.annotations.NullMarked;
