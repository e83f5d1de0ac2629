package io.vidstead.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.testing.FreshDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private static FreshDatabase database;

    /** Seven connections, of which six are kept for others. */
    private final Transactions one =
            new Transactions(Jdbi.create(database.jdbcUrl(), database.username(), database.password()), 7, SHORT);

    @BeforeAll
    static void create() {
        database = FreshDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void whoFindsNoPlaceIsRefusedAsWithoutADatabase() {
        Throwable refusal = one.read(_ -> CompletableFuture.supplyAsync(this::answer)
                .handle((_, thrown) -> thrown.getCause())
                .join());
        assertThat(refusal).isInstanceOf(ConnectionException.class);
        assertThat(((SQLException) refusal.getCause()).getSQLState()).startsWith("08");
        assertThat(answer()).as("the place is free again").isEqualTo(1);
    }

    @Test
    void workInsideOfWorkNeedsNoPlaceOfItsOwn() {
        int inside = one.call(_ -> answer());
        assertThat(inside).isEqualTo(1);
        assertThat(answer()).isEqualTo(1);
    }

    @Test
    void workThatFailsGivesItsPlaceBack() {
        for (int times = 0; times < 3; times++) {
            assertThatThrownBy(() -> one.run(_ -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }
        assertThat(answer()).isEqualTo(1);
    }

    private int answer() {
        return one.read(handle -> handle.select("select 1").mapTo(Integer.class).one());
    }
}
