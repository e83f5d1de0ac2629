/**
 * What people do with videos and channels beside watching: like and dislike, share, subscribe.
 *
 * <p>Entry classes: {@link io.vidstead.engagement.Subscriptions} and {@link io.vidstead.engagement.Reactions}. The rows say
 * who thinks what and who follows whom, one a user a thing; a change of one and its event commit together. Counters read the
 * events in batches and bring the counts up to what the rows say, in the transaction of their place in the log: an event that
 * comes twice, late or after a crash changes no count.
 *
 * <p>Events out: {@code video.likes} ({@link io.vidstead.engagement.ReactionChanged}, key = video id) and {@code
 * channel.subscriptions} ({@link io.vidstead.engagement.SubscriptionChanged}, key = the channel's user id) through the
 * outbox, {@code video.shares} (key = video id) straight to the log. Events in: the same three.
 *
 * <p>It must not know how videos are played or listed, nor who is told of what.
 */
@NullMarked
package io.vidstead.engagement;

import org.jspecify.annotations.NullMarked;
