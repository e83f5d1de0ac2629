package io.vidstead.engines.scan;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Where clamd listens. */
public sealed interface ClamdAddress {

    record Tcp(String host, int port) implements ClamdAddress {
        @Override
        public SocketAddress resolve() {
            return new InetSocketAddress(host, port);
        }
    }

    record Unix(String path) implements ClamdAddress {
        @Override
        public SocketAddress resolve() {
            return UnixDomainSocketAddress.of(path);
        }
    }

    /**
     * Reads {@code host:port}, {@code [address]:port} or the path of a socket, which begins with a slash.
     *
     * @throws IllegalArgumentException with a message for people
     */
    static ClamdAddress parse(String text) {
        var stripped = text.strip();
        if (stripped.startsWith("/")) {
            return new Unix(stripped);
        }
        int colon = stripped.lastIndexOf(':');
        var port = stripped.substring(colon + 1);
        var host = stripped.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
        if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("must be host:port, such as 127.0.0.1:3310, or the path of a socket");
        }
        return new Tcp(host, Integer.parseInt(port));
    }

    /** Looks the name up each time, as addresses change. */
    SocketAddress resolve();
}
