package io.vidstead.catalog;

import io.vidstead.accounts.Profile;
import io.vidstead.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Whose video it is, as an answer shows it. */
public record Author(
        UserId userId,
        String username,
        String displayName,
        @Nullable String avatarUrl) {

    public static Author of(Profile profile) {
        return new Author(profile.userId(), profile.username(), profile.displayName(), profile.avatarUrl());
    }

    /** Somebody whose account was switched off. */
    public static Author unknown(UserId user) {
        return new Author(user, "", "", null);
    }
}
