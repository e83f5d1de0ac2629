package io.vidstead.kernel;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who sent the request being answered. Injectable in anything that runs in a request; outside of one, it is nobody.
 *
 * <p>A request with a bad token never gets as far as its resource: it is answered 401.
 */
public interface Caller {

    /** Absent when the request carries no token. */
    Optional<UserId> userId();

    /** {@link Role#USER} for anonymous callers too. */
    Role role();

    /** Which sign-in the token was made in; ends with it. */
    OptionalLong signIn();

    /** The client's address as text, taken from forwarding headers only if the peer is a trusted proxy. */
    String address();

    /** The client's User-Agent header, cut at 256 characters; empty when there is none. */
    String userAgent();

    default boolean is(UserId user) {
        return userId().filter(user::equals).isPresent();
    }

    /**
     * The signed-in user.
     *
     * @throws Problem unauthenticated
     */
    default UserId require() {
        return userId().orElseThrow(() -> Problem.unauthenticated("sign_in_required", "This needs a signed-in user."));
    }

    /**
     * The signed-in user, who must have at least this role.
     *
     * @throws Problem unauthenticated or forbidden
     */
    default UserId require(Role atLeast) {
        UserId user = require();
        if (!role().atLeast(atLeast)) {
            throw Problem.forbidden("role_required", "This needs the role " + atLeast + ".");
        }
        return user;
    }
}
