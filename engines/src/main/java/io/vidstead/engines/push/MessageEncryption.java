package io.vidstead.engines.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts for one browser: RFC 8291 over the coding {@code aes128gcm} of RFC 8188, in one record. */
final class MessageEncryption {

    static final int SALT_BYTES = 16;
    private static final int RECORD_SIZE = 4_096;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private MessageEncryption() {}

    /**
     * @param sender a key pair for this message alone
     * @param salt random, for this message alone
     */
    static byte[] encrypt(byte[] content, PushTarget target, KeyPair sender, byte[] salt)
            throws GeneralSecurityException {
        byte[] senderPoint = P256.bytes((ECPublicKey) sender.getPublic());
        byte[] key = sharedKey(
                (ECPrivateKey) sender.getPrivate(),
                P256.publicKey(target.publicKey()),
                target.secret(),
                target.publicKey(),
                senderPoint);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, salt);
        byte[] padded = ByteBuffer.allocate(content.length + 1)
                .put(content)
                .put(LAST_RECORD)
                .array();
        byte[] encrypted = cipher.doFinal(padded);
        return ByteBuffer.allocate(SALT_BYTES + 5 + senderPoint.length + encrypted.length)
                .put(salt)
                .putInt(RECORD_SIZE)
                .put((byte) senderPoint.length)
                .put(senderPoint)
                .put(encrypted)
                .array();
    }

    /** The other way round, as a browser does it: for tests. */
    static byte[] decrypt(byte[] message, ECPrivateKey receiver, byte[] receiverPoint, byte[] secret)
            throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(message);
        byte[] salt = new byte[SALT_BYTES];
        in.get(salt);
        in.getInt();
        byte[] senderPoint = new byte[Byte.toUnsignedInt(in.get())];
        in.get(senderPoint);
        byte[] encrypted = new byte[in.remaining()];
        in.get(encrypted);
        byte[] key = sharedKey(receiver, P256.publicKey(senderPoint), secret, receiverPoint, senderPoint);
        byte[] padded = cipher(Cipher.DECRYPT_MODE, key, salt).doFinal(encrypted);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }

    private static byte[] sharedKey(
            ECPrivateKey own, ECPublicKey other, byte[] secret, byte[] receiverPoint, byte[] senderPoint)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] label = "WebPush: info\0".getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(label.length + receiverPoint.length + senderPoint.length)
                .put(label)
                .put(receiverPoint)
                .put(senderPoint)
                .array();
        return derive(secret, agreement.generateSecret(), info, 32);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] salt) throws GeneralSecurityException {
        byte[] contentKey = derive(salt, key, info("aes128gcm"), 16);
        byte[] nonce = derive(salt, key, info("nonce"), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] info(String name) {
        return ("Content-Encoding: " + name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(material)
                        .thenExpand(info, length));
    }
}
