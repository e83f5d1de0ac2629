package io.vidstead.engines.push;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/** The site's key pair for Web Push. Subscriptions are bound to it: a site that loses it loses them all. */
public final class VapidKeys {

    private final ECPublicKey publicKey;
    private final ECPrivateKey privateKey;

    private VapidKeys(ECPublicKey publicKey, ECPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public static VapidKeys generate() {
        KeyPair pair = P256.generate();
        return new VapidKeys((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
    }

    /** From what {@link #toBytes} gave. */
    public static VapidKeys of(byte[] bytes) {
        return new VapidKeys(
                P256.publicKey(Arrays.copyOf(bytes, P256.POINT_BYTES)),
                P256.privateKey(Arrays.copyOfRange(bytes, P256.POINT_BYTES, P256.POINT_BYTES + P256.NUMBER_BYTES)));
    }

    /** Both keys, to be kept secret. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(P256.POINT_BYTES + P256.NUMBER_BYTES)
                .put(P256.bytes(publicKey))
                .put(P256.bytes(privateKey))
                .array();
    }

    byte[] publicBytes() {
        return P256.bytes(publicKey);
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }
}
