package io.vidstead.accounts;

import io.vidstead.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may see of a user, as other features show it beside their own things.
 *
 * @param displayName never empty; the user name if the user chose none
 * @param avatarUrl root-relative
 * @param publicDislikes whether everybody sees how many dislike the channel's videos
 */
public record Profile(
        UserId userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        long subscriberCount,
        boolean publicDislikes) {}
