package io.vidstead.engines.database;

/** A PostgreSQL that somebody else runs, by address. */
public record ExternalPostgres(String jdbcUrl, String username, String password) implements Database {

    /** @throws IllegalArgumentException when the address is not one of PostgreSQL */
    public ExternalPostgres {
        if (!jdbcUrl.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("a database address begins with jdbc:postgresql://");
        }
    }

    /** Nothing is held: the server goes on. */
    @Override
    public void close() {}

    /** Without the password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
