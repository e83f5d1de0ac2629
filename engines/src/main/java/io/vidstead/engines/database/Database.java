package io.vidstead.engines.database;

/**
 * A PostgreSQL database that can be reached through JDBC.
 *
 * <p><b>Durability:</b> a commit that returned is on disk; after a crash of the server, of this process or of the
 * machine every acknowledged commit is there and no unacknowledged one is there in part.
 *
 * <p><b>Failure:</b> while the server is away, connections break and new ones are refused; both heal by themselves when
 * it is back, at the same address. Callers see {@link java.sql.SQLException}s of class 08 or 57 meanwhile, and retry or
 * answer "unavailable". Whether a commit that was cut in the middle took place is unknown to its caller: make commands
 * idempotent.
 *
 * <p>Address and credentials never change while the database is open. All methods may be called from any thread.
 */
public interface Database extends AutoCloseable {

    /** The JDBC address, without credentials. */
    String jdbcUrl();

    String username();

    String password();

    /** Gives up what this process holds of the database; an embedded server is stopped cleanly. Idempotent. */
    @Override
    void close();
}
