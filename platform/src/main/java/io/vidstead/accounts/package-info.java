/**
 * People: who they are, how they prove it, and their channels.
 *
 * <p>Invariants: a password is only ever kept as an argon2id hash, a refresh token only as a SHA-256; a refresh token
 * works once, and one that comes back ends its whole sign-in; known and unknown users take the same time to refuse;
 * pictures are served only as this server encoded them. Every user has a channel under their user name.
 *
 * <p>Events out: {@code account.created} and {@code channel.updated} (key = user id), see
 * {@link io.vidstead.accounts.ChannelChanged}. Events in: none.
 *
 * <p>Must not know: videos, uploads, views, subscriptions. What it needs of them comes through {@link
 * io.vidstead.accounts.StorageUsage}, {@link io.vidstead.accounts.ChannelVideos} and {@link
 * io.vidstead.accounts.ChannelSubscribers}.
 */
@NullMarked
package io.vidstead.accounts;

import org.jspecify.annotations.NullMarked;
