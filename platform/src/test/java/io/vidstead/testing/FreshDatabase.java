package io.vidstead.testing;

import io.vidstead.engines.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** An empty database of its own, for tests that need no server. All of a JVM are in one PostgreSQL. */
public record FreshDatabase(String name, String jdbcUrl, String username, String password) implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Started on first use, stopped with the JVM. */
    private static final class Shared {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Path tools = PlatformResource.sharedTools().resolve("postgresql");
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(ServerProcess.emptyFolder("databases"), EmbeddedPostgres.Options.of(tools));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    public static FreshDatabase create() {
        EmbeddedPostgres server = Shared.SERVER;
        String name = "fresh" + NEXT.incrementAndGet();
        admin().useHandle(db -> db.execute("CREATE DATABASE " + name));
        String url = server.jdbcUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
        return new FreshDatabase(name, url, server.username(), server.password());
    }

    @Override
    public void close() {
        admin().useHandle(db -> db.execute("DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private static Jdbi admin() {
        return Jdbi.create(Shared.SERVER.jdbcUrl(), Shared.SERVER.username(), Shared.SERVER.password());
    }
}
