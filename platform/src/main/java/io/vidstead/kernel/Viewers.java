package io.vidstead.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names viewers without keeping who they are. */
@ApplicationScoped
public class Viewers {

    private final SigningKey key;

    Viewers(SigningKey key) {
        this.key = key;
    }

    /** The same for a user everywhere; for others the same for an address and a program. */
    public String name(Caller caller) {
        String who = caller.userId()
                .map(user -> "user " + user)
                .orElseGet(() -> "address " + caller.address() + " " + caller.userAgent());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.sign("viewer", who.getBytes(StandardCharsets.UTF_8)));
    }
}
