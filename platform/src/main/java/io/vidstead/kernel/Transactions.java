package io.vidstead.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where a use case opens its transaction. Everything done with the handle commits together or not at all; an exception
 * rolls back and goes on to the caller. Read committed. A commit that returned is durable.
 *
 * <p>Do no I/O but SQL inside: a handle is a database connection, and there are few. Some are left to who opens them elsewhere,
 * the consumers of events and the scheduler of jobs, so that readers, however many, hold up neither. The others are given in
 * the order in which they are asked for: the pool itself gives one to whoever comes at the right moment, and under load some
 * would wait until they are refused.
 */
@ApplicationScoped
public class Transactions {

    private static final int KEPT_FOR_OTHERS = 6;
    private static final String CANNOT_CONNECT = "08001";

    private final Jdbi jdbi;
    private final Duration patience;
    private final Semaphore places;
    /** Whether the thread has a place: work inside of other work must not wait for what is around it. */
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    @Inject
    Transactions(
            Jdbi jdbi,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        this.jdbi = jdbi;
        this.patience = patience;
        this.places = new Semaphore(Math.max(1, connections - KEPT_FOR_OTHERS), true);
    }

    public <R> R call(Function<Handle, R> work) {
        return inTurn(() -> jdbi.inTransaction(work::apply));
    }

    public void run(Consumer<Handle> work) {
        inTurn(() -> {
            jdbi.useTransaction(work::accept);
            return true;
        });
    }

    /** Single statements that need no transaction: each commits by itself. */
    public <R> R read(Function<Handle, R> work) {
        return inTurn(() -> jdbi.withHandle(work::apply));
    }

    private <R> R inTurn(Supplier<R> work) {
        if (inside.get()) {
            return work.get();
        }
        enter();
        inside.set(true);
        try {
            return work.get();
        } finally {
            inside.remove();
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new ConnectionException(new SQLTransientConnectionException(
                "all database connections have been in use for " + patience, CANNOT_CONNECT));
    }
}
