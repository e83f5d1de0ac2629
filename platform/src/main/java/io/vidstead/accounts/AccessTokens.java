package io.vidstead.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Role;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Access tokens: RS256 JWTs that live for minutes. Verifying never touches the database: 35 µs the first time, then a
 * look into a bounded cache.
 *
 * <p>A token is also refused when it was issued in the future: else one made while the clock was wrong would live on. A
 * sign-in that ended takes its tokens with it on this server at once.
 */
@ApplicationScoped
public class AccessTokens {

    static final String ISSUER = "vidstead";
    static final String AUDIENCE = "vidstead-api";
    static final String ROLE_CLAIM = "role";
    static final String SIGN_IN_CLAIM = "sid";
    private static final String TYPE = "at+jwt";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int MAX_LENGTH = 4_096;
    private static final int CACHED = 5_000;
    private static final int ENDED_KEPT = 100_000;

    private record Verified(Identity identity, Instant issued, Instant expires) {}

    private final TokenKeys keys;
    private final Clock clock;
    private final Duration lifetime;
    private final JwtConsumer consumer;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final Cache<Long, Boolean> endedSignIns;

    AccessTokens(TokenKeys keys, Clock clock, Settings.Tokens settings) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = settings.accessTtl();
        this.endedSignIns = Caffeine.newBuilder()
                .maximumSize(ENDED_KEPT)
                .expireAfterWrite(lifetime.plus(CLOCK_SKEW))
                .build();
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setVerificationKeyResolver((VerificationKeyResolver) this::keyOf)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(true, ISSUER)
                .setExpectedAudience(true, AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) CLOCK_SKEW.toSeconds())
                .build();
    }

    /** An access token, and how long it is good. */
    record Issued(String token, Duration lifetime) {}

    Issued issue(Identity identity) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(identity.userId().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(lifetime).getEpochSecond()));
        claims.setStringClaim(ROLE_CLAIM, identity.role().toString());
        claims.setStringClaim(SIGN_IN_CLAIM, Long.toString(identity.signIn()));
        claims.setGeneratedJwtId(12);
        JsonWebSignature signature = new JsonWebSignature();
        TokenKeys.SigningPair pair = keys.signing();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", TYPE);
        signature.setKeyIdHeaderValue(pair.kid());
        signature.setKey(pair.privateKey());
        signature.setPayload(claims.toJson());
        try {
            return new Issued(signature.getCompactSerialization(), lifetime);
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign an access token", e);
        }
    }

    /**
     * Never blocks.
     *
     * @throws Problem unauthenticated, the same whatever is wrong
     */
    public Identity verify(String token) {
        if (token.length() > MAX_LENGTH) {
            throw refused();
        }
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            known = parse(token);
            verified.put(token, known);
        }
        Instant now = clock.instant();
        if (!now.isBefore(known.expires())
                || known.issued().isAfter(now.plus(CLOCK_SKEW))
                || endedSignIns.getIfPresent(known.identity().signIn()) != null) {
            throw refused();
        }
        return known.identity();
    }

    public static Problem refused() {
        return Problem.unauthenticated("invalid_token", "The access token is not valid, or no longer.");
    }

    /** Takes the access tokens of these sign-ins out of service on this server. */
    void end(List<Long> signIns) {
        signIns.forEach(signIn -> endedSignIns.put(signIn, true));
    }

    private Verified parse(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            UserId user = UserId.parse(claims.getSubject()).orElseThrow(AccessTokens::refused);
            Role role = Role.fromString(claims.getStringClaimValue(ROLE_CLAIM));
            long signIn = Long.parseLong(claims.getStringClaimValue(SIGN_IN_CLAIM));
            return new Verified(
                    new Identity(user, role, signIn),
                    Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException _) {
            throw refused();
        }
    }

    /** By key id from our own keys alone: whatever else a token's header says of keys is not looked at. */
    private PublicKey keyOf(JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String kid = signature.getKeyIdHeaderValue();
        PublicKey key = kid == null ? null : keys.verifying().get(kid);
        if (key == null) {
            throw new UnresolvableKeyException("no such key");
        }
        return key;
    }
}
