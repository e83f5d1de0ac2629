package io.vidstead.catalog;

import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.Transactions;
import io.vidstead.kernel.VideoId;
import io.vidstead.media.protection.ContentKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * The keys that premium videos are encrypted with, one a video, made when it is first wanted and never changed. Stored sealed by
 * AES-256-GCM under a secret of the site, bound to the video's id.
 */
@ApplicationScoped
public class ContentKeys {

    private static final String PURPOSE = "content-keys";
    private static final int HALF = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Transactions transactions;
    private final SecretKeySpec seal;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    ContentKeys(Transactions transactions, SigningKey key, Clock clock) {
        this.transactions = transactions;
        this.seal = new SecretKeySpec(key.sign(PURPOSE, "seal".getBytes(StandardCharsets.UTF_8)), "AES");
        this.clock = clock;
    }

    /** Absent where the video was never encrypted. */
    public Optional<ContentKey> find(VideoId video) {
        return transactions.read(handle -> select(handle, video));
    }

    /** The video's key, which is made where it has none. */
    public ContentKey require(VideoId video) {
        return transactions.call(tx -> {
            var key = ContentKey.random(random);
            tx.createUpdate("""
                            insert into content_keys (video_id, key_id, sealed, created_at)
                            values (:video, cast(:id as uuid), :sealed, :now) on conflict (video_id) do nothing
                            """)
                    .bind("video", video.value())
                    .bind("id", key.id().toString())
                    .bind("sealed", sealed(video, key))
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            return select(tx, video).orElseThrow();
        });
    }

    private Optional<ContentKey> select(Handle handle, VideoId video) {
        return handle.createQuery("select key_id, sealed from content_keys where video_id = :video")
                .bind("video", video.value())
                .map((row, _) -> opened(video, row.getObject("key_id", UUID.class), row.getBytes("sealed")))
                .findOne();
    }

    private byte[] sealed(VideoId video, ContentKey key) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var plain = ByteBuffer.allocate(2 * HALF)
                .put(key.secret().getEncoded())
                .put(key.iv().getIV())
                .array();
        var text = cipher(Cipher.ENCRYPT_MODE, video, nonce, plain);
        return ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
    }

    private ContentKey opened(VideoId video, UUID id, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var plain = cipher(Cipher.DECRYPT_MODE, video, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return ContentKey.of(id, Arrays.copyOf(plain, HALF), Arrays.copyOfRange(plain, HALF, plain.length));
    }

    private byte[] cipher(int mode, VideoId video, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(video.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a content key was sealed with another secret, or damaged", e);
        }
    }
}
