package io.vidstead.engines.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What every {@link Database} keeps. */
public abstract class DatabaseContract {

    /** An open database that the suite may write to. */
    protected abstract Database database();

    @Test
    void committed_rows_are_seen_by_others_and_rolled_back_ones_are_not() throws SQLException {
        try (Connection writer = connect(database());
                Statement statement = writer.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS kept");
            statement.execute("CREATE TABLE kept (n int)");
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO kept VALUES (1)");
            writer.commit();
            statement.execute("INSERT INTO kept VALUES (2)");
            writer.rollback();
        }
        assertThat(query(database(), "SELECT string_agg(n::text, ',') FROM kept"))
                .isEqualTo("1");
    }

    @Test
    void what_is_acknowledged_is_on_disk() throws SQLException {
        assertThat(query(database(), "SHOW fsync")).isEqualTo("on");
        assertThat(query(database(), "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database(), "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void text_is_unicode_and_times_are_exact() throws SQLException {
        assertThat(query(database(), "SELECT upper('grüße') || length('😀')")).isEqualTo("GRÜßE1");
        assertThat(query(database(), "SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void a_wrong_password_is_refused() {
        Database other = new ExternalPostgres(
                database().jdbcUrl(), database().username(), database().password() + "x");
        assertThatThrownBy(() -> connect(other)).isInstanceOf(SQLException.class);
    }

    protected static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    protected static String query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
