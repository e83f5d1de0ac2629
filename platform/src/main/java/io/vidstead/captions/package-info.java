/**
 * Written words of videos as data: owners bring, edit and take them away, programs draft them, viewers and other features
 * read them.
 *
 * <p>Entry class: {@link io.vidstead.captions.Captions}. Which captions a video has is a row each of the catalog; their words
 * are one WebVTT file each in the object store, which never changes: an edit makes a new file, and the old one stays
 * readable for players that began with it. So a file's name is also the entity tag of what it holds.
 *
 * <p>Invariants: nothing but cues with words, bold, italic and underlined gets into a file; what an owner wrote gives way to
 * nothing but the owner; what a program heard is labelled so until the owner edits it, and gives way to everything written.
 *
 * <p>Events out: {@code video.captions} at each change, by the catalog. Events in: {@code video.finished}, upon which a draft
 * is ordered where the site wants that, and {@code video.deleted}.
 *
 * <p>It must not know how players show captions nor what is searched in them.
 */
@NullMarked
package io.vidstead.captions;

import org.jspecify.annotations.NullMarked;
