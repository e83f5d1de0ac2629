package io.vidstead.media.protection;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a video's samples: 128 bits for AES, and the constant initialisation vector. Says nothing of itself in texts.
 *
 * @param id what manifests and files call it by
 */
public record ContentKey(UUID id, SecretKeySpec secret, IvParameterSpec iv) {
    private static final int BYTES = 16;

    public static ContentKey of(UUID id, byte[] secret, byte[] iv) {
        if (secret.length != BYTES || iv.length != BYTES) {
            throw new IllegalArgumentException("a key and a vector of 16 bytes each");
        }
        return new ContentKey(id, new SecretKeySpec(secret, "AES"), new IvParameterSpec(iv));
    }

    /** @param random one that nobody can guess */
    public static ContentKey random(RandomGenerator random) {
        return of(new UUID(random.nextLong(), random.nextLong()), bytes(random), bytes(random));
    }

    private static byte[] bytes(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The 16 bytes of an id, as boxes and licences hold it. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
