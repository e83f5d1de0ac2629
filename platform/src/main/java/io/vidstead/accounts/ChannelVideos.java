package io.vidstead.accounts;

import io.vidstead.kernel.UserId;

/** Knows how many videos of a channel everybody can see; the feature that lists them provides the bean. */
public interface ChannelVideos {

    long publicCount(UserId owner);
}
