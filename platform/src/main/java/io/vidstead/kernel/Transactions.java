package io.vidstead.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where a use case opens its transaction. Everything done with the handle commits together or not at all; an exception
 * rolls back and goes on to the caller. Read committed. A commit that returned is durable.
 *
 * <p>Do no I/O but SQL inside: a handle is a database connection, and there are few.
 */
@ApplicationScoped
public class Transactions {

    private final Jdbi jdbi;

    Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public <R> R call(Function<Handle, R> work) {
        return jdbi.inTransaction(work::apply);
    }

    public void run(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }

    /** Single statements that need no transaction: each commits by itself. */
    public <R> R read(Function<Handle, R> work) {
        return jdbi.withHandle(work::apply);
    }
}
