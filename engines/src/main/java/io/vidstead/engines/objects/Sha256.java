package io.vidstead.engines.objects;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that can be told at any point and continued. */
final class Sha256 {

    static final int BUFFER_SIZE = 128 << 10;

    private final MessageDigest digest;

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    static Sha256 empty() {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of at most so many first bytes of the stream. */
    static Sha256 of(InputStream bytes, long limit) throws IOException {
        Sha256 sha256 = empty();
        byte[] buffer = new byte[BUFFER_SIZE];
        for (long left = limit; left > 0; ) {
            int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            sha256.update(buffer, 0, read);
            left -= read;
        }
        return sha256;
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    Sha256 copy() {
        try {
            return new Sha256((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }

    /** 64 lower-case hexadecimal digits; the digest can go on afterwards. */
    String hex() {
        return HexFormat.of().formatHex(copy().digest.digest());
    }
}
