package io.vidstead.engagement;

import io.vidstead.kernel.UserId;

/**
 * A user subscribed to a channel, changed the bell, or unsubscribed. The payload of {@link #TOPIC} as JSON; the key is the
 * channel's user id.
 *
 * @param channel its owner's id
 * @param subscribed as it is now
 * @param bell without meaning when not subscribed
 */
public record SubscriptionChanged(UserId userId, UserId channel, boolean subscribed, Bell bell) {

    public static final String TOPIC = "channel.subscriptions";
}
