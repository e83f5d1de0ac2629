package io.vidstead.engines.timelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.vidstead.engines.database.PostgresFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTimelinesTest extends TimelinesContract {

    @RegisterExtension
    static final PostgresFixture fixture = new PostgresFixture();

    private final Timelines timelines = new PostgresTimelines(fixture.dataSource());

    @Override
    protected Timelines timelines() {
        return timelines;
    }

    @Test
    void a_month_that_another_node_dropped_is_made_again() {
        Timelines other = new PostgresTimelines(fixture.dataSource());
        timelines().append(entry(Instant.parse("2019-05-05T00:00:00Z"), 1, "first"));
        other.deleteBefore("tests", Instant.parse("2019-06-01T00:00:00Z"));
        timelines().append(entry(Instant.parse("2019-05-05T00:00:00Z"), 2, "second"));
        assertThat(bodies(timeline)).containsExactly("second");
    }

    @Test
    void old_months_are_dropped_and_not_emptied() throws SQLException {
        Timeline old = new Timeline("tests_of_months", "k");
        for (int month = 1; month <= 3; month++) {
            Instant time = Instant.parse("2020-0" + month + "-15T00:00:00Z");
            timelines().append(new Entry(old, new Position(time, 1), "x"));
        }
        assertThat(months()).isEqualTo(3);
        timelines().deleteBefore("tests_of_months", Instant.parse("2020-03-01T00:00:00Z"));
        assertThat(months()).isEqualTo(1);
    }

    @Test
    void a_page_reads_along_the_key_and_sorts_nothing() throws SQLException {
        timelines().append(entry(Instant.parse("2026-01-01T00:00:00Z"), 1, "x"));
        timelines().append(entry(Instant.parse("2026-02-01T00:00:00Z"), 1, "x"));
        String plan = text("EXPLAIN SELECT time, id, body FROM timeline_entries WHERE kind = 'tests' AND key = 'k'"
                + " ORDER BY time DESC, id DESC LIMIT 20");
        assertThat(plan).contains("Index Scan Backward").doesNotContain("Sort");
    }

    private static long months() throws SQLException {
        return text("SELECT count(*) FROM pg_inherits WHERE inhparent = 'timeline_tests_of_months'::regclass")
                .chars()
                .map(digit -> digit - '0')
                .sum();
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = fixture.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            StringBuilder text = new StringBuilder();
            while (row.next()) {
                text.append(row.getString(1));
            }
            return text.toString();
        }
    }
}
