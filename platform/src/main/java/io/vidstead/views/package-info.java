/**
 * What counts as a view, and the counting: once a viewer a video in 30 minutes, after 10 seconds or half of the video were
 * really played, or its end was reached.
 *
 * <p>Players send heartbeats; {@link io.vidstead.views.PlaySessions} believes them only as far as this server's clock does. A
 * view goes as an event to the log, and {@link io.vidstead.views.ViewCounter} adds batches of them to the catalog's counts,
 * in one transaction with its place in the log: a crash or a duplicate changes no count.
 *
 * <p>Events out: {@code video.views} (key = video id), straight to the log. Events in: the same. Viewers are kept as keyed
 * hashes, never as addresses. It must not know how videos are sent or listed.
 */
@NullMarked
package io.vidstead.views;

import org.jspecify.annotations.NullMarked;
