package io.vidstead.engines.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.http.PublicAddresses;
import io.vidstead.engines.push.PushSender.Outcome.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushSenderTest extends PushSenderContract {

    private static final VapidKeys KEYS = VapidKeys.generate();
    private static final URI CONTACT = URI.create("mailto:site@example.org");

    @Override
    PushSender sender() {
        return sender(false);
    }

    private static PushSender sender(boolean strangers) {
        return new WebPushSender(KEYS, new WebPushSender.Options(CONTACT, strangers, 4), Clock.systemUTC());
    }

    @Test
    void theServiceLearnsWhoSends() throws Exception {
        sender().send(service.target(), message("x"));
        String authorization = service.received().getFirst().headers().get("authorization");
        assertThat(authorization).startsWith("vapid t=").endsWith(", k=" + encode(sender().publicKey()));
        String[] token =
                authorization.substring(8, authorization.indexOf(", k=")).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"aud\":\"http://127.0.0.1:" + service.endpoint().getPort() + "\"")
                .contains("\"sub\":\"mailto:site@example.org\"");
        long expiry = Long.parseLong(claims.replaceAll(".*\"exp\":(\\d+).*", "$1"));
        assertThat(expiry - Instant.now().getEpochSecond()).isBetween(60L, 86_400L);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(sender().publicKey()));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void strangersCannotHaveThisServerTalkToItsOwnNetwork() {
        assertThat(sender(true).send(service.target(), message("x"))).isInstanceOf(Refused.class);
        for (String host : new String[] {"localhost", "127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]"}) {
            URI endpoint =
                    URI.create("https://" + host + ":" + service.endpoint().getPort() + "/");
            PushTarget target = PushTarget.parse(endpoint.toString(), service.p256dh(), service.auth());
            assertThat(sender(true).send(target, message("x"))).as(host).isInstanceOf(Refused.class);
        }
        assertThat(service.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void privateAddressesAreNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "100.128.0.1", "172.32.0.1", "192.1.1.1", "198.20.0.1", "2606:4700::1111", "2a00::1"})
    void publicAddressesAre(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
