package io.vidstead.engines.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.FakeTicker;
import io.vidstead.engines.guard.Guards;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuardedDataSourceTest {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away = true;

    private final DataSource pool = (DataSource)
            Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> {
                asked.incrementAndGet();
                if (away) {
                    throw new SQLException("Acquisition timeout");
                }
                return fixture.dataSource().getConnection();
            });

    @Test
    void aDatabaseThatIsAwayIsToldAtOnceAndFoundAgain() throws SQLException {
        DataSource guarded = new GuardedDataSource(pool, new Guards(ticker));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(guarded::getConnection).hasMessage("Acquisition timeout");
        }
        assertThatThrownBy(guarded::getConnection)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
        assertThat(asked).as("not bothered").hasValue(10);
        away = false;
        ticker.advance(Duration.ofSeconds(1));
        try (Connection connection = guarded.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
