/**
 * What to show to whom: models that learn from who watched what, and measures of how good they are.
 *
 * <p>Plain Java over numbered items: no framework, no database, nothing of videos or viewers. A model is trained from {@link
 * io.vidstead.ranking.Interactions} and answers a {@link io.vidstead.ranking.Basket} of items, which need not be one that it
 * was trained with, with a score for every item. Models are immutable once trained and may be read by many threads.
 */
@NullMarked
package io.vidstead.ranking;

import org.jspecify.annotations.NullMarked;
