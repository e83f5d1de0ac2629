package io.vidstead.engines.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExternalPostgresTest extends DatabaseContract {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    @Override
    protected Database database() {
        return fixture.database();
    }

    @Test
    void only_postgresql_will_do() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalPostgres("jdbc:mysql://db/x", "u", "p"));
    }

    @Test
    void the_password_is_never_printed() {
        assertThat(new ExternalPostgres("jdbc:postgresql://db/x", "u", "secret").toString())
                .doesNotContain("secret");
    }
}
