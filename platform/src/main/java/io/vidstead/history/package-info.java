/**
 * What each signed-in viewer watched: one entry a video with where they stopped, and what their player did on the way.
 *
 * <p>Entries are rows ({@link io.vidstead.history.WatchHistory}), from which resume positions come too. What players do,
 * play, pause, seek, end, change of quality, stall, goes straight to the event log ({@code video.watch}, key = user id) and by
 * a consumer into timelines of the kind {@code watch_events}, key = user id, kept for 90 days.
 *
 * <p>Invariants: while somebody has paused their history nothing new is kept of them; what they clear or remove is gone,
 * also what was still on its way through the log. Events in: {@code video.watch}, its own. Events out:
 * beside it {@code account.forgotten} ({@link io.vidstead.history.HistoryForgotten}). It must not know how videos are
 * sent, nor what counts as a view.
 */
@NullMarked
package io.vidstead.history;

import org.jspecify.annotations.NullMarked;
