package io.vidstead.kernel;

import io.hypersistence.tsid.TSID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes ids. Numbers are time-sorted (milliseconds and 22 bits of node and counter), unique in this process; a random
 * node number makes a clash between servers unlikely, and a primary key turns one into a refused insert.
 */
@ApplicationScoped
public class Ids {

    private final RandomGenerator random;
    private final TSID.Factory numbers;

    Ids(Clock clock, RandomGenerator random) {
        this.random = random;
        this.numbers = TSID.Factory.builder()
                .withClock(clock)
                .withNodeBits(10)
                .withNode(random.nextInt(1024))
                .build();
    }

    public VideoId newVideoId() {
        return VideoId.random(random);
    }

    public UserId newUserId() {
        return new UserId(newNumber());
    }

    /** A time-sorted 64-bit number for rows that need no type of their own. */
    public long newNumber() {
        return numbers.generate().toLong();
    }

    /** A time-sorted id as 13 characters of Crockford base32. */
    public String newText() {
        return numbers.generate().toString();
    }
}
