package io.vidstead.realtime;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds of the server's sockets. */
@ApplicationScoped
class SocketOptions implements HttpServerOptionsCustomizer {

    /** A client says which channel it wants, and no more. */
    static final int MAX_MESSAGE = 4_096;

    /** How long a client may take to hear why its socket is closed. */
    static final int CLOSING_SECONDS = 5;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        set(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        set(options);
    }

    private static void set(HttpServerOptions options) {
        options.setMaxWebSocketFrameSize(MAX_MESSAGE);
        options.setMaxWebSocketMessageSize(MAX_MESSAGE);
        // A compressing socket keeps windows of hundreds of kilobytes, and what expands needs bounds of its own.
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
        options.setWebSocketClosingTimeout(CLOSING_SECONDS);
        options.setRegisterWebSocketWriteHandlers(false);
    }
}
