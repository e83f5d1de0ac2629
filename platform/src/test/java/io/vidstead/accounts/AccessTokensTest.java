package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vidstead.testing.PlatformTest;
import io.vidstead.testing.Visitor;
import io.vidstead.testing.Visitor.Answer;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class AccessTokensTest {

    @TestHTTPResource("/")
    URI site;

    @Inject
    TokenKeys keys;

    private Visitor person;
    private Visitor anonymous;

    @BeforeEach
    void register() {
        person = Visitor.user(site);
        anonymous = Visitor.anonymous(site);
    }

    private int me(String token) {
        return anonymous.get("/api/v1/me", "Authorization", "Bearer " + token).status();
    }

    private JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(AccessTokens.ISSUER);
        claims.setAudience(AccessTokens.AUDIENCE);
        claims.setSubject(person.id().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 300));
        claims.setStringClaim(AccessTokens.ROLE_CLAIM, "user");
        claims.setStringClaim(AccessTokens.SIGN_IN_CLAIM, "1");
        return claims;
    }

    private JsonWebSignature signature(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "at+jwt");
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKeyIdHeaderValue(keys.signing().kid());
        signature.setKey(keys.signing().privateKey());
        return signature;
    }

    @Test
    void aTokenOfOursIsTaken() throws Exception {
        assertThat(me(person.token())).isEqualTo(200);
        assertThat(me(signature(claims()).getCompactSerialization())).isEqualTo(200);
    }

    @Test
    void unsignedTokensAreRefused() throws Exception {
        JsonWebSignature unsigned = signature(claims());
        unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        unsigned.setAlgorithmHeaderValue("none");
        unsigned.setKey(null);
        assertThat(me(unsigned.getCompactSerialization())).isEqualTo(401);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        JsonWebSignature confused = signature(claims());
        confused.setAlgorithmHeaderValue("HS256");
        confused.setKey(new HmacKey(keys.verifying().get(keys.signing().kid()).getEncoded()));
        assertThat(me(confused.getCompactSerialization())).isEqualTo(401);
    }

    @Test
    void keysNamedByTheTokenItselfAreNotLookedAt() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair own = generator.generateKeyPair();
        JsonWebSignature forged = signature(claims());
        forged.setKey(own.getPrivate());
        assertThat(me(forged.getCompactSerialization()))
                .as("kid of ours, key of theirs")
                .isEqualTo(401);
        forged.setHeader("jku", "http://127.0.0.1:1/keys.json");
        forged.setJwkHeader(new RsaJsonWebKey((RSAPublicKey) own.getPublic()));
        assertThat(me(forged.getCompactSerialization())).as("jku and jwk").isEqualTo(401);
        forged.setKeyIdHeaderValue("../../etc/passwd");
        assertThat(me(forged.getCompactSerialization())).as("kid of theirs").isEqualTo(401);
    }

    @Test
    void claimsThatAreNotRightAreRefused() throws Exception {
        JwtClaims audience = claims();
        audience.setAudience("another-api");
        assertThat(me(signature(audience).getCompactSerialization()))
                .as("audience")
                .isEqualTo(401);

        JwtClaims issuer = claims();
        issuer.setIssuer("https://elsewhere.example");
        assertThat(me(signature(issuer).getCompactSerialization())).as("issuer").isEqualTo(401);

        JwtClaims expired = claims();
        expired.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 60));
        assertThat(me(signature(expired).getCompactSerialization()))
                .as("expired")
                .isEqualTo(401);

        JwtClaims eternal = claims();
        eternal.unsetClaim("exp");
        assertThat(me(signature(eternal).getCompactSerialization()))
                .as("no end")
                .isEqualTo(401);

        JwtClaims future = claims();
        future.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 45 * 86_400));
        future.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 45 * 86_400 + 900));
        assertThat(me(signature(future).getCompactSerialization()))
                .as("made while the clock was wrong")
                .isEqualTo(401);

        JsonWebSignature type = signature(claims());
        type.setHeader("typ", "JWT");
        assertThat(me(type.getCompactSerialization()))
                .as("another kind of token")
                .isEqualTo(401);
    }

    @Test
    void alteredTokensAreRefused() {
        String[] parts = person.token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"user\"", "\"administrator\"");
        String forged =
                Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(me(parts[0] + "." + forged + "." + parts[2])).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "a.b.c.d.e", "..", "\"", "%00"})
    void nonsenseIsRefused(String token) {
        assertThat(me(token)).isEqualTo(401);
    }

    @Test
    void hugeTokensAreRefusedUnread() {
        assertThat(me("x".repeat(12_000))).isEqualTo(401);
    }

    @Test
    void otherSchemesAreRefusedEvenWhereNobodyNeedsToSignIn() {
        assertThat(anonymous.get("/api/v1/setup", "Authorization", "Basic YTpi").status())
                .isEqualTo(401);
    }

    @Test
    void theKeySetHoldsPublicPartsOnly() {
        Answer keySet = anonymous.get("/.well-known/jwks.json");
        assertThat(keySet.status()).isEqualTo(200);
        assertThat(keySet.text()).contains(keys.signing().kid()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }
}
