package io.vidstead.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The world outside, as beans, so that tests can put another in its place. */
@Singleton
class Platform {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Unpredictable: ids and tokens are made of it. */
    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }
}
