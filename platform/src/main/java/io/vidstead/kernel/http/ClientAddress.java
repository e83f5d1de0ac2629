package io.vidstead.kernel.http;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where requests come from. */
public final class ClientAddress {

    private static final String NAMED = "vidstead.client-address";

    private ClientAddress() {}

    /** The peer, or whom a trusted proxy names. */
    public static String of(RoutingContext request) {
        String named = request.get(NAMED);
        return named == null ? peer(request) : named;
    }

    /** Who is at the other end of the connection, which may be a proxy. */
    public static String peer(RoutingContext request) {
        SocketAddress peer = request.request().connection().remoteAddress();
        return peer == null ? "" : peer.hostAddress() == null ? peer.host() : peer.hostAddress();
    }

    /** A trusted proxy says whom it asks for. */
    public static void set(RoutingContext request, String address) {
        request.put(NAMED, address);
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
