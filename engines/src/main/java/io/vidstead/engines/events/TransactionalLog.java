package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The ability of an {@link EventLog} to append within a transaction of the platform's database. */
public interface TransactionalLog {

    /**
     * Appends within the transaction. Other appends to the same keys wait until it ends: commit soon.
     *
     * @return what to run after the commit: it wakes the consumers of this node
     */
    Runnable append(Connection transaction, List<NewEvent> events) throws SQLException;
}
