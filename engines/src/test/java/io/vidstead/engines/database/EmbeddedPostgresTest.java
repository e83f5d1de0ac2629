package io.vidstead.engines.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.vidstead.engines.Await;
import io.vidstead.engines.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, a server for each: only the first has to make a cluster. */
class EmbeddedPostgresTest extends DatabaseContract {

    private static final EmbeddedPostgres.Options OPTIONS = EmbeddedPostgres.Options.of(PostgresFixture.tools());

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(folder, OPTIONS);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @AfterAll
    static void leaves_no_process_behind() {
        assertThat(postmastersOf(folder)).isEmpty();
    }

    @Override
    protected Database database() {
        return postgres;
    }

    @Test
    void listens_on_loopback_only_with_scram_and_checks_its_pages() throws SQLException {
        assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(postgres, "SHOW unix_socket_directories")).isEmpty();
        assertThat(query(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(postgres, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void the_password_is_readable_by_its_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("password")).hasContent(postgres.password());
    }

    @Test
    void rows_survive_a_stop_and_a_start() throws SQLException {
        execute("CREATE TABLE lasting AS SELECT 42 AS n");
        postgres.close();
        postgres.close();
        assertThatThrownBy(() -> connect(postgres)).isInstanceOf(SQLException.class);
        start();
        assertThat(query(postgres, "SELECT n FROM lasting")).isEqualTo("42");
        execute("DROP TABLE lasting");
    }

    @Test
    void a_second_server_on_the_folder_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, OPTIONS))
                .isInstanceOf(DataFolder.InUseException.class)
                .hasMessageContaining("is in use by another running server");
    }

    @Test
    void a_killed_server_comes_back_at_its_address_with_every_acknowledged_row() throws Exception {
        execute("CREATE TABLE acknowledged (n int)");
        long killed = postgres.processId();
        AtomicInteger last = new AtomicInteger();
        try (AgroalDataSource pool = PostgresFixture.pool(postgres, 4)) {
            Thread writer = Thread.startVirtualThread(() -> writeUntilInterrupted(pool, last));
            Await.until("some rows are written", () -> last.get() > 50);
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Await.until(
                    "another server answers",
                    () -> postgres.processId() != killed
                            && query(postgres, "SELECT 1").equals("1"));
            int before = last.get();
            Await.until("rows are written again, through the same pool", () -> last.get() > before + 50);
            writer.interrupt();
            writer.join();
        }
        assertThat(query(postgres, "SELECT count(DISTINCT n) FROM acknowledged WHERE n <= " + last))
                .isEqualTo(last.toString());
        execute("DROP TABLE acknowledged");
    }

    @Test
    void a_server_left_running_by_a_killed_process_is_replaced() throws Exception {
        execute("CREATE TABLE orphaned AS SELECT 7 AS n");
        postgres.close();
        Process holder = PostgresHolder.fork(folder, PostgresFixture.tools());
        long orphan = PostgresHolder.awaitReady(holder);
        holder.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        start();
        assertThat(ProcessHandle.of(orphan)).isEmpty();
        assertThat(query(postgres, "SELECT n FROM orphaned")).isEqualTo("7");
        execute("DROP TABLE orphaned");
    }

    @Test
    void a_stale_pid_file_that_names_another_process_does_not_stop_it() throws Exception {
        postgres.close();
        Path data = folder.resolve("cluster");
        Files.writeString(
                data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n");
        start();
        assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void what_a_crash_left_unfinished_is_cleared_away(@TempDir Path other) throws Exception {
        Path unfinished = Files.createDirectories(other.resolve("cluster.new-1/base"));
        Files.writeString(unfinished.resolve("half"), "half");
        Path tools = Files.createDirectories(other.resolve("tools"));
        Path halfUnpacked = Files.createDirectories(tools.resolve(".unpacking-postgres-x/bin"));
        try (EmbeddedPostgres fresh = EmbeddedPostgres.start(other, EmbeddedPostgres.Options.of(tools))) {
            assertThat(query(fresh, "SELECT 1")).isEqualTo("1");
        }
        assertThat(unfinished).doesNotExist();
        assertThat(halfUnpacked).doesNotExist();
    }

    @Test
    void a_terminal_cannot_interrupt_it() throws IOException {
        assertThat(session(postgres.processId()))
                .isNotEqualTo(session(ProcessHandle.current().pid()));
    }

    private static void writeUntilInterrupted(AgroalDataSource pool, AtomicInteger last) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO acknowledged VALUES (" + (last.get() + 1) + ")");
                last.incrementAndGet();
            } catch (SQLException _) {
                Thread.onSpinWait();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Stream<ProcessHandle> postmastersOf(Path folder) {
        String data = folder.resolve("cluster").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(data::equals));
    }

    private static String session(long process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process), "stat"))
                .split(" ")[5];
    }
}
