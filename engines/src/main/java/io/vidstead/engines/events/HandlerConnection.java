package io.vidstead.engines.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** The connection as a {@link BatchHandler} sees it: all but the end of the transaction is its to do. */
final class HandlerConnection {

    private HandlerConnection() {}

    static Connection guard(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                HandlerConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    boolean plain = arguments == null || arguments.length == 0;
                    switch (method.getName()) {
                        case "close" -> {
                            return null;
                        }
                        case "commit", "abort", "setAutoCommit" -> throw notTheHandlers(method.getName());
                        case "rollback" -> {
                            if (plain) {
                                throw notTheHandlers("rollback");
                            }
                        }
                        default -> {} // all else is the connection's own
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static SQLException notTheHandlers(String what) {
        return new SQLException(what + " is not the handler's to do: its effects commit with its place in the log");
    }
}
