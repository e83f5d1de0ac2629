/**
 * Events in the world: new videos of several channels that talk about one thing within a short time, found by what their
 * vectors and words have in common.
 *
 * <p>{@link io.vidstead.worldevents.Clustering} and {@link io.vidstead.worldevents.SharedTerms} have the rules,
 * docs/recommendations.md their reasons. A job finds the events anew every minute, from the videos of the last month; an
 * event is named by its first video, so that its address stays. Invariant: what may be shown is asked of {@link
 * io.vidstead.catalog.PublicVideos} at every answer, and an event of which too little is left is none. It must not know who
 * watches.
 */
@NullMarked
package io.vidstead.worldevents;

import org.jspecify.annotations.NullMarked;
