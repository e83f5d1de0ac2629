/**
 * What to watch next: for one viewer, beside one video, and in rows, each with the reason why it is there.
 *
 * <p>Two stages: candidates come from the trained neighbours of what somebody watched, the channels they follow, what is like
 * it by its words, the categories they picked, what is popular and what is new; then {@link
 * io.vidstead.recommendations.Ranker} foretells how satisfied they would be, and the list is made diverse, with a bounded
 * share for what nobody knows yet. The formulas are in docs/recommendations.md.
 *
 * <p>Entry class: none; others have no need of it. Events in: {@code video.watch} and {@code account.forgotten} of
 * history, {@code video.likes}. A job in the role worker trains the neighbours (vidstead-ranking).
 *
 * <p>Invariants: only {@link io.vidstead.catalog.PublicVideos} says what may be shown, at every answer anew, so that what was
 * hidden a moment ago is in none; what somebody switched off, reset, refused or took out of their history is forgotten at
 * once, also what is still on its way through the log. It must not know how videos are played, searched or counted.
 */
@NullMarked
package io.vidstead.recommendations;

import org.jspecify.annotations.NullMarked;
