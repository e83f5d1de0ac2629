package io.vidstead.accounts;

import io.vidstead.kernel.Role;
import io.vidstead.kernel.UserId;

/**
 * Whom an access token speaks for.
 *
 * @param signIn the sign-in it was made in
 */
public record Identity(UserId userId, Role role, long signIn) {}
