/**
 * Lists of videos that people keep: watch later, what they like, and those that they make, order, share and fill together.
 *
 * <p>Invariants: a video is in a list once; a list has one order, whoever moves what at the same time, because every change
 * of a list's videos holds the lock of its row; {@code video_count} is the number of its items. A list keeps the ids of
 * videos only: what a viewer may not see of them is shown as unavailable, without its id.
 *
 * <p>Events out: {@code playlist.changed} (key = playlist id). Events in: none. It must not know how videos are made or played, nor what it means to like one.
 */
@NullMarked
package io.vidstead.playlists;

import org.jspecify.annotations.NullMarked;
