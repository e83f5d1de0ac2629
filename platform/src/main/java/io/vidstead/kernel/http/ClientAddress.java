package io.vidstead.kernel.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where requests come from. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The peer, or whom a trusted proxy names; Quarkus has sorted that out before. */
    public static String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return peer == null ? "" : peer.hostAddress() == null ? peer.host() : peer.hostAddress();
    }

    /** One household or machine: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
