package io.vidstead.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vidstead.kernel.UserId;
import io.vidstead.moderation.Verdict.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who says the same again and again. Kept in this process and bounded: a restart forgets, which costs one more repetition.
 */
@ApplicationScoped
class Repetition {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 100_000;
    /** Short texts, such as "first!", are repeated honestly. */
    private static final int LONG_ENOUGH = 12;

    private record Said(UserId author, String text) {}

    private final Cache<Said, AtomicInteger> times =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** Counts this time too. */
    Optional<Reason> say(UserId author, String text) {
        String plain = Words.plain(text);
        if (plain.length() < LONG_ENOUGH) {
            return Optional.empty();
        }
        Said said = new Said(author, plain.substring(0, Math.min(plain.length(), 200)));
        int before = times.get(said, _ -> new AtomicInteger()).getAndIncrement();
        return before == 0
                ? Optional.empty()
                : Optional.of(new Reason("repetition", before == 1 ? 0.5 : 0.8, "said " + (before + 1) + " times"));
    }
}
