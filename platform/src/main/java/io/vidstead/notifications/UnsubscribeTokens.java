package io.vidstead.notifications;

import io.vidstead.kernel.Problem;
import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What the links in letters prove: that whoever has it got the letter. Good for ever, as letters are; it stops mail and
 * can do nothing else.
 */
@ApplicationScoped
class UnsubscribeTokens {

    private static final String PURPOSE = "unsubscribe";
    private static final String ALL = "all";
    private static final int TAG_BYTES = 16;
    private static final int MAX_LENGTH = 200;

    /** @param kind absent: mail of all kinds */
    record Claim(UserId user, Optional<Kind> kind) {}

    private final SigningKey key;

    UnsubscribeTokens(SigningKey key) {
        this.key = key;
    }

    String write(Claim claim) {
        byte[] body =
                (claim.user() + ":" + claim.kind().map(Kind::code).orElse(ALL)).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(tag(body), TAG_BYTES + body.length);
        System.arraycopy(body, 0, whole, TAG_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws Problem caller (bad_token) */
    Claim read(String token) {
        if (token.isEmpty() || token.length() > MAX_LENGTH) {
            throw bad();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(token);
            if (whole.length <= TAG_BYTES) {
                throw bad();
            }
            byte[] body = Arrays.copyOfRange(whole, TAG_BYTES, whole.length);
            if (!MessageDigest.isEqual(tag(body), Arrays.copyOf(whole, TAG_BYTES))) {
                throw bad();
            }
            String[] parts = new String(body, StandardCharsets.US_ASCII).split(":", 2);
            Optional<Kind> kind = parts[1].equals(ALL) ? Optional.empty() : Optional.of(Kind.fromString(parts[1]));
            return new Claim(UserId.fromString(parts[0]), kind);
        } catch (IllegalArgumentException _) {
            throw bad();
        }
    }

    private byte[] tag(byte[] body) {
        return Arrays.copyOf(key.sign(PURPOSE, body), TAG_BYTES);
    }

    private static Problem bad() {
        return Problem.caller("bad_token", "This link is not whole. Open it from the letter once more.");
    }
}
