package io.vidstead.engines.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest that the bytes of an append should have.
 *
 * @param algorithm a name that {@link MessageDigest#getInstance} knows, such as {@code SHA-1} or {@code SHA-256}
 */
public record ExpectedDigest(String algorithm, byte[] value) {

    /** @throws IllegalArgumentException when the algorithm is unknown or the value has another length than its digests */
    public ExpectedDigest {
        if (newDigest(algorithm).getDigestLength() != value.length) {
            throw new IllegalArgumentException("a digest of another length than " + algorithm + " has");
        }
        value = value.clone();
    }

    MessageDigest newDigest() {
        return newDigest(algorithm);
    }

    boolean matches(MessageDigest digest) {
        return MessageDigest.isEqual(value, digest.digest());
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("unknown digest " + algorithm, e);
        }
    }
}
