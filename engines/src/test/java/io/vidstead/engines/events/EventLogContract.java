package io.vidstead.engines.events;

import io.vidstead.engines.events.EventLog.Lag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link EventLog} keeps: an engine's test extends this and adds what is the engine's own. Each test has a topic of its own. */
public abstract class EventLogContract implements EventDeliveryContract, EventFaultContract {

    private static final AtomicInteger topics = new AtomicInteger();

    protected String topic = "";

    private final List<EventLog> opened = new ArrayList<>();

    /** Another node's log over the same storage. */
    protected abstract EventLog open();

    /** The database that handlers write to. */
    protected abstract DataSource database();

    @BeforeEach
    void a_topic_and_a_table_of_effects() throws SQLException {
        topic = "topic" + topics.incrementAndGet();
        execute("CREATE TABLE IF NOT EXISTS effects (topic text, nr bigserial, key text, payload text)");
    }

    @Override
    public String topic() {
        return topic;
    }

    @AfterEach
    void close_all() {
        opened.forEach(EventLog::close);
    }

    @Override
    public EventLog log() {
        EventLog log = open();
        opened.add(log);
        return log;
    }

    @Override
    public void effect(Connection transaction, List<Event> events) throws SQLException {
        try (PreparedStatement statement =
                transaction.prepareStatement("INSERT INTO effects (topic, key, payload) VALUES (?, ?, ?)")) {
            for (Event event : events) {
                statement.setString(1, event.topic());
                statement.setString(2, event.key());
                statement.setString(3, event.payload());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public List<String> effects(String key) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT payload FROM effects WHERE topic = ? AND key = ? ORDER BY nr")) {
            statement.setString(1, topic);
            statement.setString(2, key);
            List<String> payloads = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    payloads.add(row.getString(1));
                }
            }
            return payloads;
        }
    }

    @Override
    public long lag(String group) {
        return opened.getFirst().lag().stream()
                .filter(lag -> lag.group().equals(group) && lag.topic().equals(topic))
                .mapToLong(Lag::events)
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
