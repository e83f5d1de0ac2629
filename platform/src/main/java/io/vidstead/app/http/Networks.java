package io.vidstead.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Addresses and networks in CIDR notation. */
final class Networks {

    private record Network(byte[] address, int bits) {

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % Byte.SIZE;
            return rest == 0 || ((address[whole] ^ other[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
        }
    }

    /** Single addresses as the JDK writes them: found without reading the text. */
    private final Set<String> addresses = new HashSet<>();

    private final List<Network> networks;

    /** @param texts such as {@code 10.0.0.0/8} or {@code ::1} */
    Networks(List<String> texts) {
        this.networks = texts.stream().map(Networks::parse).toList();
        for (Network network : networks) {
            if (network.bits() == network.address().length * Byte.SIZE) {
                addresses.add(text(network.address()));
            }
        }
    }

    /** @param address numeric */
    boolean contain(String address) {
        if (addresses.contains(address)) {
            return true;
        }
        if (addresses.size() == networks.size()) {
            return false;
        }
        byte[] bytes = bytes(address);
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }

    private static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        int most = address.length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits > most) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(address, bits);
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException _) {
            return new byte[0]; // a peer without an address, such as one of a local socket, is in no network
        }
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
