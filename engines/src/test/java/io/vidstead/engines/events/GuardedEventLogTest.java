package io.vidstead.engines.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.database.PostgresFixture;
import io.vidstead.engines.guard.Guards;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guarded log keeps the contract, and the ability to append within transactions. */
class GuardedEventLogTest extends EventLogContract {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    @Override
    protected EventLog open() {
        return GuardedEventLog.of(new PostgresEventLog(database(), Clock.systemUTC()), new Guards());
    }

    @Override
    protected DataSource database() {
        return fixture.dataSource();
    }

    @Test
    void the_outbox_may_append_within_its_transaction() {
        assertThat(log()).isInstanceOf(TransactionalLog.class);
    }
}
