package io.vidstead.accounts;

import io.vidstead.kernel.UserId;

/** What a channel tells of itself has changed; the key is the user's id. New ones are told by {@link #CREATED}. */
public record ChannelChanged(UserId userId) {

    public static final String TOPIC = "channel.updated";

    /** A user has registered; the key is their id. */
    public static final String CREATED = Registration.CREATED;
}
