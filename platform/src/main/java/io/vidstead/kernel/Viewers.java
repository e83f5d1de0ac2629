package io.vidstead.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

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
                .map(Viewers::who)
                .orElseGet(() -> "address " + caller.address() + " " + caller.userAgent());
        return hash("viewer", who);
    }

    /** The name of a user, whoever asks. */
    public String name(UserId user) {
        return hash("viewer", who(user));
    }

    /** The network a caller comes from: the first 24 bits of an IPv4 address, 48 of an IPv6 one. */
    public String network(Caller caller) {
        return hash("network", network(caller.address()));
    }

    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 6);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static String who(UserId user) {
        return "user " + user;
    }

    private String hash(String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.sign(purpose, text.getBytes(StandardCharsets.UTF_8)));
    }
}
