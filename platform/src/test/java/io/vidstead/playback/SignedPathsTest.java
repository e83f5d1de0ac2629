package io.vidstead.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.kernel.SigningKey;
import io.vidstead.kernel.UserId;
import io.vidstead.kernel.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignedPathsTest {

    private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");
    private static final VideoId OTHER = new VideoId("AAAAAAAAAAA");
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final UserId VIEWER = new UserId(42);
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:00Z");

    private static SignedPaths at(Instant time) {
        return new SignedPaths(KEY, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static MediaPath.Signature sign() {
        String folder = at(NOW).folder(VIDEO, VIEWER);
        return MediaPath.parse(folder + "master.m3u8").orElseThrow().signature().orElseThrow();
    }

    @Test
    void whatEverybodyMaySeeNeedsNoSignature() {
        assertThat(at(NOW).folder(VIDEO)).isEqualTo("/media/dQw4w9WgXcQ/");
    }

    @Test
    void aSignatureIsGoodUntilItExpires() {
        MediaPath.Signature signature = sign();
        assertThat(at(NOW).valid(VIDEO, signature)).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(12))).valid(VIDEO, signature)).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(13))).valid(VIDEO, signature)).isFalse();
    }

    @Test
    void anythingAlteredSpoilsIt() {
        MediaPath.Signature signature = sign();
        SignedPaths paths = at(NOW);
        assertThat(paths.valid(OTHER, signature)).isFalse();
        assertThat(paths.valid(VIDEO, new MediaPath.Signature(signature.expiry() + 3600, VIEWER, signature.value())))
                .isFalse();
        assertThat(paths.valid(VIDEO, new MediaPath.Signature(signature.expiry(), new UserId(43), signature.value())))
                .isFalse();
        for (int i = 0; i < signature.value().length(); i++) {
            char[] altered = signature.value().toCharArray();
            altered[i] = altered[i] == 'A' ? 'Q' : 'A';
            assertThat(paths.valid(VIDEO, new MediaPath.Signature(signature.expiry(), VIEWER, new String(altered))))
                    .isFalse();
        }
        assertThat(new SignedPaths(new SigningKey(new byte[] {1}), Clock.fixed(NOW, ZoneOffset.UTC))
                        .valid(VIDEO, signature))
                .isFalse();
    }

    @Test
    void theAddressStaysTheSameWithinAnHour() {
        assertThat(at(NOW.plusSeconds(600)).folder(VIDEO, VIEWER)).isEqualTo(at(NOW).folder(VIDEO, VIEWER));
    }
}
