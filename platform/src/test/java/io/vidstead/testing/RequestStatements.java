package io.vidstead.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What requests ask the database, without what consumers of events and jobs ask meanwhile. */
public final class RequestStatements {

    private RequestStatements() {}

    /** @param parts of statements: those that have one of them count */
    public static List<String> of(Jdbi jdbi, Runnable work, String... parts) {
        var asked = new ConcurrentLinkedQueue<String>();
        SqlLogger before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                String sql = context.getRenderedSql();
                if (Thread.currentThread().getName().startsWith("quarkus-virtual-thread")
                        && Arrays.stream(parts).anyMatch(sql::contains)) {
                    asked.add(sql);
                }
            }
        });
        try {
            work.run();
        } finally {
            jdbi.setSqlLogger(before);
        }
        return List.copyOf(asked);
    }
}
