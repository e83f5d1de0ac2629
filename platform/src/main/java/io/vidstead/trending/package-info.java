/**
 * What many different people watch, like and share right now, by windows of a day, a week, a month and a year.
 *
 * <p>People count, not clicks: a viewer once a window, likes and shares only of those who watched, and viewers whom nobody
 * knows (no account, or one of yesterday that watched this and nothing else) together only beside those who are known.
 * {@link io.vidstead.trending.TrendScore} has the formula, docs/recommendations.md its reasons.
 *
 * <p>Events in: {@code video.views}, {@code video.likes}, {@code video.shares}. A job makes all scores anew every five
 * minutes, another those of touched videos every twenty seconds. Invariants: an event that comes twice changes nothing; what
 * may be shown is asked of {@link io.vidstead.catalog.PublicVideos} at every answer. It must not know who viewers are:
 * it keeps keyed hashes.
 */
@NullMarked
package io.vidstead.trending;

import org.jspecify.annotations.NullMarked;
