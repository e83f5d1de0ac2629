package io.vidstead.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(Passwords.cost(), RandomGenerator.getDefault());

    @Test
    void aHashCostsWhatOwaspAsksForAndNamesIt() {
        String hash = passwords.hash("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterY", hash)).isFalse();
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    /** A site may raise the cost, or come from one that had another. */
    @Test
    void aPasswordIsCheckedAtTheCostItWasHashedAt() {
        Passwords cheap = new Passwords(new Passwords.Cost(64, 1, 1), RandomGenerator.getDefault());
        assertThat(passwords.matches("older than the site", cheap.hash("older than the site")))
                .isTrue();
    }

    @Test
    void nobodysHashIsNobodys() {
        assertThat(passwords.nobodysHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("", passwords.nobodysHash())).isFalse();
    }
}
