package io.vidstead.app.objects;

import io.vidstead.engines.objects.SignedAddress;
import io.vidstead.kernel.SigningKey;
import java.nio.charset.StandardCharsets;

/** How servers of one site recognise each other's requests for objects. */
public final class ObjectAccess {

    private static final String PURPOSE = "objects";

    private ObjectAccess() {}

    public static SignedAddress.Signer signer(SigningKey key) {
        return message -> key.sign(PURPOSE, message.getBytes(StandardCharsets.UTF_8));
    }
}
