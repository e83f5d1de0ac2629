package io.vidstead.engines.objects;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address under which its holder may do one thing with one object for a while:
 * {@code /internal/objects/{action}/{expiry}/{signature}/{key}}.
 *
 * @param key of the object; for {@link Action#LIST} the beginning of keys
 * @param expiry seconds since 1970
 * @param signature over action, expiry and key, base64url
 */
public record SignedAddress(Action action, String key, long expiry, String signature) {

    public static final String PATH = "/internal/objects/";

    /** Nobody signs for longer; what claims to be good for longer is a mistake or an attack. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(PATH) + "([a-z]{3,6})/(\\d{1,11})/([A-Za-z0-9_-]{43})/([A-Za-z0-9._/-]{0,512})");

    /** What may be done, and by which method of HTTP. */
    public enum Action {
        STAT("HEAD"),
        GET("GET"),
        PUT("PUT"),
        DELETE("DELETE"),
        LIST("GET"),
        VERIFY("POST");

        private final String method;

        Action(String method) {
            this.method = method;
        }

        public String method() {
            return method;
        }
    }

    /** A secret that both ends have. */
    @FunctionalInterface
    public interface Signer {
        /** 32 bytes that nobody without the secret can make. */
        byte[] sign(String message);
    }

    static SignedAddress sign(Action action, String key, Instant expiry, Signer signer) {
        return new SignedAddress(
                action, key, expiry.getEpochSecond(), signature(action, key, expiry.getEpochSecond(), signer));
    }

    /** Reads a path; absent where it is none of this form. */
    public static Optional<SignedAddress> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        for (Action action : Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(form.group(1))) {
                return Optional.of(
                        new SignedAddress(action, form.group(4), Long.parseLong(form.group(2)), form.group(3)));
            }
        }
        return Optional.empty();
    }

    /** Whether it was signed with the secret, for this method, and is neither expired nor good for too long. */
    public boolean permits(String method, Signer signer, Instant now) {
        Instant until = Instant.ofEpochSecond(expiry);
        return action.method().equals(method)
                && MessageDigest.isEqual(
                        signature(action, key, expiry, signer).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII))
                && now.isBefore(until)
                && until.isBefore(now.plus(LONGEST));
    }

    public String path() {
        return PATH + action.name().toLowerCase(Locale.ROOT) + "/" + expiry + "/" + signature + "/" + key;
    }

    private static String signature(Action action, String key, long expiry, Signer signer) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(signer.sign(action.name() + "\n" + expiry + "\n" + key));
    }
}
