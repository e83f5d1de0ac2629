package io.vidstead.engines.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;

/**
 * A browser's subscription, as the browser gave it.
 *
 * @param endpoint where its push service takes messages
 * @param publicKey the browser's, an uncompressed point of P-256
 * @param secret 16 bytes that only the browser and this site know
 */
public record PushTarget(URI endpoint, byte[] publicKey, byte[] secret) {

    private static final int SECRET_BYTES = 16;
    private static final int MAX_ENDPOINT = 1_000;

    public PushTarget {
        publicKey = publicKey.clone();
        secret = secret.clone();
        if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("endpoint must be an address with a host, without user or fragment");
        }
        if (endpoint.toString().length() > MAX_ENDPOINT) {
            throw new IllegalArgumentException("endpoint must have at most " + MAX_ENDPOINT + " characters");
        }
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("auth must be 16 bytes");
        }
        P256.publicKey(publicKey);
    }

    /**
     * From the texts that browsers give.
     *
     * @param p256dh base64url, as is {@code auth}
     * @throws IllegalArgumentException with a message for people
     */
    public static PushTarget parse(String endpoint, String p256dh, String auth) {
        try {
            return new PushTarget(new URI(endpoint), decode("p256dh", p256dh), decode("auth", auth));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("endpoint must be an address", e);
        }
    }

    private static byte[] decode(String name, String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " must be base64url", e);
        }
    }
}
