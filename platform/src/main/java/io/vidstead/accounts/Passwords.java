package io.vidstead.accounts;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.vidstead.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with argon2id (RFC 9106), at the given cost.
 *
 * <p>A bulkhead of platform threads, one less than there are processors, does the work, so that a hundred sign-ins at once
 * wait for each other and not the rest of the site for them; beyond a bounded queue callers are told to come back.
 */
@ApplicationScoped
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int QUEUE = 200;
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final RandomGenerator random;
    private final ThreadPoolExecutor bulkhead;
    private final String nobodysHash;

    /**
     * What a hash costs, and whoever guesses.
     *
     * @param memoryKib memory of one hash, in KiB
     * @param passes over that memory
     * @param lanes that may be filled at the same time
     */
    record Cost(int memoryKib, int passes, int lanes) {

        /** What OWASP asks for at least: some 40 ms of CPU. */
        static final Cost OWASP = new Cost(19 * 1024, 2, 1);
    }

    @Produces
    @Singleton
    @DefaultBean
    static Cost cost() {
        return Cost.OWASP;
    }

    Passwords(Cost cost, RandomGenerator random) {
        this.cost = cost;
        this.random = random;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.bulkhead = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
        bulkhead.allowCoreThreadTimeOut(true);
        this.nobodysHash = encode(randomSalt(), new byte[HASH_BYTES]);
    }

    /**
     * The PHC string to keep.
     *
     * @throws Problem unavailable when too many wait
     */
    String hash(String password) {
        byte[] salt = randomSalt();
        return encode(salt, inBulkhead(() -> argon2(password, salt, cost)));
    }

    /** @throws Problem unavailable when too many wait */
    boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id")) {
            throw new IllegalStateException("a stored password hash is not argon2id");
        }
        String[] costs = parts[3].split("[=,]", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        Cost paid = new Cost(Integer.parseInt(costs[1]), Integer.parseInt(costs[3]), Integer.parseInt(costs[5]));
        byte[] actual = inBulkhead(() -> argon2(password, salt, paid));
        return MessageDigest.isEqual(actual, expected);
    }

    /** A hash that no password has, to spend the same time on users that do not exist. */
    String nobodysHash() {
        return nobodysHash;
    }

    void stop(@Observes ShutdownEvent event) {
        bulkhead.shutdownNow();
    }

    private <T> T inBulkhead(Callable<T> work) {
        Future<T> result;
        try {
            result = bulkhead.submit(work);
        } catch (RejectedExecutionException _) {
            throw Problem.unavailable("busy", "Too many people sign in at this moment.", COME_BACK);
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing a password failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password is hashed", e);
        }
    }

    private byte[] randomSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] argon2(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private String encode(byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib,
                        cost.passes,
                        cost.lanes,
                        TO_TEXT.encodeToString(salt),
                        TO_TEXT.encodeToString(hash));
    }
}
