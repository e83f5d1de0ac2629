package io.vidstead.accounts;

import io.quarkus.runtime.StartupEvent;
import io.vidstead.accounts.TokenKeyStore.StoredKey;
import io.vidstead.kernel.Transactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The RSA keys of access tokens, kept in the database so that all servers of a site share them. The newest signs, all
 * verify: to rotate, insert a newer one. Read once at start, so that verifying never waits for the database.
 */
@ApplicationScoped
class TokenKeys {

    private static final int BITS = 2048;

    /** A key this server signs with. */
    record SigningPair(String kid, PrivateKey privateKey) {}

    private record Loaded(SigningPair signing, Map<String, PublicKey> verifying) {}

    private final Transactions transactions;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile Loaded loaded;

    TokenKeys(Transactions transactions, Clock clock, RandomGenerator random) {
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
        this.loaded = load();
    }

    /** Makes the bean, and so the keys, before the first request comes. */
    void start(@Observes @Priority(100) StartupEvent event) {}

    SigningPair signing() {
        return loaded.signing();
    }

    /** By key id. */
    Map<String, PublicKey> verifying() {
        return loaded.verifying();
    }

    private Loaded load() {
        List<StoredKey> stored = transactions.call(tx -> {
            List<StoredKey> known = TokenKeyStore.lockAndList(tx);
            if (!known.isEmpty()) {
                return known;
            }
            StoredKey first = generate();
            TokenKeyStore.insert(tx, first);
            return List.of(first);
        });
        StoredKey newest = stored.getFirst();
        return new Loaded(
                new SigningPair(newest.kid(), privateKey(newest)),
                stored.stream().collect(Collectors.toUnmodifiableMap(StoredKey::kid, TokenKeys::publicKey)));
    }

    private StoredKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String kid = Long.toString(random.nextLong() >>> 1, 36);
            return new StoredKey(
                    kid, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded(), clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    private static PrivateKey privateKey(StoredKey key) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("token key " + key.kid() + " is damaged", e);
        }
    }

    private static RSAPublicKey publicKey(StoredKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("token key " + key.kid() + " is damaged", e);
        }
    }
}
