package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.FreshDatabase;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The schema is made from nothing, and from any earlier state with rows in it. */
class MigrationTest {

    private static final String[] PLACES = {"classpath:db/engines", "classpath:db/platform"};

    @Test
    void fromNothing() {
        try (FreshDatabase database = FreshDatabase.create()) {
            assertThat(flyway(database, null).migrate().success).isTrue();
            assertThat(flyway(database, null).validateWithResult().validationSuccessful)
                    .isTrue();
        }
    }

    /** What was there before a migration is there after all later ones. */
    @Test
    void fromEveryEarlierStateWithUsersInIt() {
        List<MigrationVersion> versions;
        try (FreshDatabase database = FreshDatabase.create()) {
            versions = Arrays.stream(flyway(database, null).info().all())
                    .map(migration -> migration.getVersion())
                    .filter(version -> version.isAtLeast("10"))
                    .toList();
        }
        assertThat(versions).hasSizeGreaterThan(3);
        for (MigrationVersion earlier : versions) {
            try (FreshDatabase database = FreshDatabase.create()) {
                flyway(database, earlier).migrate();
                Jdbi jdbi = Jdbi.create(database.jdbcUrl(), database.username(), database.password());
                jdbi.useHandle(db -> db.execute("""
                        INSERT INTO users (id, username, email, password_hash, created_at, updated_at)
                        VALUES (1, 'anna', 'anna@example.org', '$argon2id$', now(), now())
                        """));
                flyway(database, null).migrate();
                List<String> names = jdbi.withHandle(db -> db.createQuery("SELECT username FROM users")
                        .mapTo(String.class)
                        .list());
                assertThat(names).as("from %s", earlier).containsExactly("anna");
            }
        }
    }

    private static Flyway flyway(FreshDatabase database, @Nullable MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations(PLACES)
                .target(target == null ? MigrationVersion.LATEST : target)
                .load();
    }
}
