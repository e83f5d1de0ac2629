package io.vidstead.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the API tells of people. */
final class Answers {

    private Answers() {}

    /** A user as only they themselves see it. */
    record Me(
            UserId userId,
            String username,
            String email,
            String displayName,
            @Nullable String avatarUrl,
            @Nullable String bannerUrl,
            String channelName,
            String channelDescription,
            int subscriberCount,
            boolean publicDislikes,
            Role role,
            boolean isVerified,
            Instant createdAt,
            @JsonRawValue String preferences,
            Storage storage) {

        static Me of(User user, Storage storage) {
            return new Me(
                    user.id(),
                    user.username(),
                    user.email(),
                    user.shownName(),
                    user.avatarUrl(),
                    user.bannerUrl(),
                    user.shownChannelName(),
                    user.shownDescription(),
                    user.subscriberCount(),
                    user.publicDislikes(),
                    user.role(),
                    user.verified(),
                    user.created(),
                    user.preferences(),
                    storage);
        }
    }

    record Storage(long usedBytes, long quotaBytes) {}

    /**
     * A channel as anybody sees it.
     *
     * @param subscription the level of the caller's bell; null without a subscription
     */
    record Channel(
            UserId userId,
            String username,
            String displayName,
            String channelName,
            String channelDescription,
            @Nullable String avatarUrl,
            @Nullable String bannerUrl,
            int subscriberCount,
            long videoCount,
            boolean isVerified,
            Instant createdAt,
            @Nullable String subscription) {

        static Channel of(User user, long videoCount, @Nullable String subscription) {
            return new Channel(
                    user.id(),
                    user.username(),
                    user.shownName(),
                    user.shownChannelName(),
                    user.shownDescription(),
                    user.avatarUrl(),
                    user.bannerUrl(),
                    user.subscriberCount(),
                    videoCount,
                    user.verified(),
                    user.created(),
                    subscription);
        }
    }

    /** @param refreshToken absent for browsers, which get it as a cookie */
    record Tokens(
            String accessToken,
            String tokenType,
            long expiresIn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String refreshToken,

            Me user) {}

    record NeedsAdministrator(boolean needsAdministrator) {}
}
