package io.vidstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.testing.FreshDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The schema is made from nothing, and from any earlier state with rows in it. */
@Execution(ExecutionMode.CONCURRENT)
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

    /** Step by step, with somebody coming at each: whom an earlier state knew, all later ones know. */
    @Test
    void fromEveryEarlierStateWithUsersInIt() {
        try (FreshDatabase database = FreshDatabase.create()) {
            List<MigrationVersion> versions = Arrays.stream(
                            flyway(database, null).info().all())
                    .map(migration -> migration.getVersion())
                    .filter(version -> version.isAtLeast("10"))
                    .toList();
            assertThat(versions).hasSizeGreaterThan(3);
            Jdbi jdbi = Jdbi.create(database.jdbcUrl(), database.username(), database.password());
            List<String> expected = new ArrayList<>();
            for (MigrationVersion version : versions) {
                flyway(database, version).migrate();
                assertThat(names(jdbi)).as("at %s", version).containsExactlyElementsOf(expected);
                expected.add("v" + version);
                jdbi.useHandle(db ->
                        db.execute("""
                        INSERT INTO users (id, username, email, password_hash, created_at, updated_at)
                        VALUES (?, ?, ?, '$argon2id$', now(), now())
                        """, expected.size(), expected.getLast(), expected.getLast() + "@example.org"));
            }
        }
    }

    private static List<String> names(Jdbi jdbi) {
        return jdbi.withHandle(db -> db.createQuery("SELECT username FROM users ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    private static Flyway flyway(FreshDatabase database, @Nullable MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .locations(PLACES)
                .target(target == null ? MigrationVersion.LATEST : target)
                .load();
    }
}
