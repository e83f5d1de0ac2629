package io.vidstead.accounts;

import io.vidstead.kernel.UserId;
import java.util.Optional;

/** Knows who subscribes to channels; the feature that keeps subscriptions provides the bean. */
public interface ChannelSubscribers {

    /** The level of the viewer's bell; absent when the viewer does not subscribe. One statement. */
    Optional<String> bell(UserId viewer, UserId channel);
}
