package io.vidstead.accounts;

import io.vidstead.accounts.Passwords.Cost;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hundreds of people sign up in the tests; what their passwords cost there protects nobody. */
final class CheapPasswords {

    @Produces
    @Singleton
    static Cost cost() {
        return new Cost(64, 1, 1);
    }
}
