package io.vidstead.engines.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MessageEncryptionTest {

    // RFC 8291, appendix A
    private static final String CONTENT = "When I grow up, I want to be a watermelon";
    private static final byte[] SENDER_PRIVATE = decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
    private static final byte[] SENDER_PUBLIC =
            decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
    private static final byte[] RECEIVER_PRIVATE = decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94");
    private static final byte[] RECEIVER_PUBLIC =
            decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static final byte[] SECRET = decode("BTBZMqHH6r4Tts7J_aSIgg");
    private static final byte[] SALT = decode("DGv6ra1nlYgDCS1FRnbzlw");
    private static final byte[] MESSAGE = decode("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
            + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyou"
            + "BWLVWGNWQexSgSxsj_Qulcy4a-fN");

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Test
    void theExampleOfTheStandardComesOutByteForByte() throws Exception {
        PushTarget target = new PushTarget(URI.create("https://push.example.net/push/1"), RECEIVER_PUBLIC, SECRET);
        KeyPair sender = new KeyPair(P256.publicKey(SENDER_PUBLIC), P256.privateKey(SENDER_PRIVATE));
        assertThat(MessageEncryption.encrypt(CONTENT.getBytes(StandardCharsets.UTF_8), target, sender, SALT))
                .isEqualTo(MESSAGE);
    }

    @Test
    void theExampleOfTheStandardDecrypts() throws Exception {
        byte[] content = MessageEncryption.decrypt(MESSAGE, P256.privateKey(RECEIVER_PRIVATE), RECEIVER_PUBLIC, SECRET);
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(CONTENT);
    }

    @Test
    void keysSurviveBeingKept() {
        for (int i = 0; i < 50; i++) {
            VapidKeys keys = VapidKeys.generate();
            assertThat(VapidKeys.of(keys.toBytes()).toBytes()).isEqualTo(keys.toBytes());
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        byte[] off = RECEIVER_PUBLIC.clone();
        off[64] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(off));
        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(new byte[65]));
        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(new byte[33]));
        byte[] zero = new byte[65];
        zero[0] = 4;
        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(zero));
    }
}
