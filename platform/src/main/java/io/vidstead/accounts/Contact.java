package io.vidstead.accounts;

import io.vidstead.kernel.UserId;

/**
 * How to write to somebody; for this server's own letters, never for an answer.
 *
 * @param language a code such as {@code de}; empty when they have chosen none
 */
public record Contact(UserId userId, String displayName, String email, String language) {}
