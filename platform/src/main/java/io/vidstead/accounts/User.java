package io.vidstead.accounts;

import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code users} without the password. */
record User(
        UserId id,
        String username,
        String email,
        Role role,
        @Nullable String displayName,
        @Nullable String avatarUrl,
        @Nullable String bannerUrl,
        @Nullable String channelName,
        @Nullable String channelDescription,
        int subscriberCount,
        boolean publicDislikes,
        boolean verified,
        String preferences,
        Instant created) {

    String shownName() {
        return displayName == null || displayName.isBlank() ? username : displayName;
    }

    String shownChannelName() {
        return channelName == null || channelName.isBlank() ? shownName() : channelName;
    }

    String shownDescription() {
        return channelDescription == null ? "" : channelDescription;
    }

    Profile profile() {
        return new Profile(id, username, shownName(), avatarUrl, subscriberCount, publicDislikes);
    }

    User withAvatar(@Nullable String url) {
        return new User(
                id,
                username,
                email,
                role,
                displayName,
                url,
                bannerUrl,
                channelName,
                channelDescription,
                subscriberCount,
                publicDislikes,
                verified,
                preferences,
                created);
    }

    User withBanner(@Nullable String url) {
        return new User(
                id,
                username,
                email,
                role,
                displayName,
                avatarUrl,
                url,
                channelName,
                channelDescription,
                subscriberCount,
                publicDislikes,
                verified,
                preferences,
                created);
    }
}
