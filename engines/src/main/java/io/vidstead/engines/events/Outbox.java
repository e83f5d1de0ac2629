package io.vidstead.engines.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Events that commit together with the rows they tell about; {@link OutboxRelay} hands them on to the log.
 *
 * <p><b>Order:</b> events of one key reach the log in the order in which their transactions locked the thing they tell
 * about: change (or lock) the row first, then add the event.
 *
 * <p>Call {@link #wake()} after the commit, else the events wait for the relay's next look.
 */
public final class Outbox {

    private final List<Runnable> relays = new CopyOnWriteArrayList<>();

    /** Adds events within the caller's transaction. */
    public void add(Connection transaction, List<NewEvent> events) throws SQLException {
        OutboxRows.insert(transaction, events);
    }

    public void add(Connection transaction, NewEvent event) throws SQLException {
        add(transaction, List.of(event));
    }

    /** Says that a transaction with events has committed. Costs next to nothing; any thread. */
    public void wake() {
        relays.forEach(Runnable::run);
    }

    void onWake(Runnable relay) {
        relays.add(relay);
    }
}
