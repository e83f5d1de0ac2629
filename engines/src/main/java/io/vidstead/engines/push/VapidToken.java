package io.vidstead.engines.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says to a push service who sends, by RFC 8292. */
final class VapidToken {

    /** Services refuse more than a day. */
    private static final Duration VALID = Duration.ofHours(12);

    private VapidToken() {}

    /**
     * The value of the header {@code Authorization}.
     *
     * @param contact whom the service may write to
     */
    static String header(VapidKeys keys, URI endpoint, URI contact, Instant now) {
        String header = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        String claims = encode("{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}"
                .formatted(origin(endpoint), now.plus(VALID).getEpochSecond(), contact.toASCIIString()));
        String signed = header + "." + claims;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + encode(signature.sign()) + ", k=" + encode(keys.publicBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ECDSA is part of every JDK", e);
        }
    }

    private static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
