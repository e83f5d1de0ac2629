package io.vidstead.engines.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.vidstead.engines.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated, empty database for a test class: {@code @RegisterExtension static PostgresFixture db = new
 * PostgresFixture();}
 *
 * <p>The server is one for all classes of the JVM; each class gets a copy of a template.
 */
public final class PostgresFixture implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PostgresFixture.class);

    private final String[] migrations;
    private @Nullable Server server;
    private @Nullable AgroalDataSource pool;
    private String name = "";

    /** With the engines' own tables. */
    public PostgresFixture() {
        this("classpath:db/engines");
    }

    /** With the tables of these Flyway locations. */
    public PostgresFixture(String... migrations) {
        this.migrations = migrations.clone();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String template = "template " + String.join(" ", migrations);
        server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(template, _ -> Server.start(migrations), Server.class);
        name = server.copyTemplate();
        pool = pool(database(), 12);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        dataSource().close();
        server().execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** A pool of connections to the class's database. */
    public AgroalDataSource dataSource() {
        return Objects.requireNonNull(pool, "before the first test");
    }

    /** The class's database. */
    public Database database() {
        return server().named(name);
    }

    /** The server, to kill it. */
    public EmbeddedPostgres postgres() {
        return server().postgres();
    }

    /** Runs a statement in the class's database. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A pool that drops connections whose server has died. */
    public static AgroalDataSource pool(Database database, int size) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                .principal(new NamePrincipal(database.username()))
                                .credential(new SimplePassword(database.password())))));
    }

    /** Where PostgreSQL's programs are unpacked, kept from run to run. */
    public static Path tools() {
        return Path.of("target", "tools").toAbsolutePath();
    }

    private Server server() {
        return Objects.requireNonNull(server, "before the first test");
    }

    private record Server(EmbeddedPostgres postgres, Path folder, AtomicInteger copies) implements AutoCloseable {

        static Server start(String[] migrations) {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "db");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Options.of(tools()));
                Server server = new Server(postgres, folder, new AtomicInteger());
                server.execute("CREATE DATABASE migrated");
                Database migrated = server.named("migrated");
                Flyway.configure()
                        .dataSource(migrated.jdbcUrl(), migrated.username(), migrated.password())
                        .locations(migrations)
                        .load()
                        .migrate();
                return server;
            } catch (Exception e) {
                throw new IllegalStateException("no database for the tests", e);
            }
        }

        String copyTemplate() throws SQLException {
            String copy = "test_" + copies.incrementAndGet();
            execute("CREATE DATABASE " + copy + " TEMPLATE migrated");
            return copy;
        }

        Database named(String name) {
            String url = postgres.jdbcUrl().replace("/" + Cluster.DATABASE + "?", "/" + name + "?");
            return new ExternalPostgres(url, postgres.username(), postgres.password());
        }

        void execute(String sql) throws SQLException {
            try (AgroalDataSource pool = pool(postgres, 1)) {
                execute(pool, sql);
            }
        }

        private static void execute(DataSource database, String sql) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
            DurableFiles.deleteTree(folder);
        }
    }
}
