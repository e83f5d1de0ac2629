package io.vidstead.experiments;

import io.vidstead.kernel.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalInt;

/** Puts people into variants by a hash of the experiment and the person: always the same, and anew in each experiment. */
final class Buckets {

    private Buckets() {}

    /**
     * @param percent of all people who take part
     * @return which of the variants; absent for those who do not take part
     */
    static OptionalInt variant(long experiment, UserId user, int percent, int variants) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(experiment + "/" + user.value()));
        boolean inside = Long.remainderUnsigned(hash.getLong(), 100) < percent;
        return inside ? OptionalInt.of((int) Long.remainderUnsigned(hash.getLong(), variants)) : OptionalInt.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
