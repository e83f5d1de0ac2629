package io.vidstead.app.http;

import io.vertx.core.http.HttpClosedException;
import io.vidstead.engines.objects.StorageException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;

/** Tells clients that went away in the middle of a request, which happens all the time, from faults of this server. */
final class HangUp {

    private HangUp() {}

    /** Whether the client's connection, and none of ours, is what broke. */
    static boolean caused(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException _, StorageException _ -> {
                    return false;
                }
                case HttpClosedException _, ClosedChannelException _, SocketException _ -> {
                    return true;
                }
                default -> {
                    // look at what caused it
                }
            }
        }
        return false;
    }
}
