package io.vidstead.jobs;

import io.vidstead.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * How a server is known to the tables of work: by its host and data folder, so it finds after a crash what it had.
 *
 * <p>The scheduler cuts names at 50 characters, after which two servers could be one and a server would not find its own:
 * what is longer ends in a hash of the whole.
 */
@ApplicationScoped
public class NodeName {

    private static final int LONGEST = 50;
    private static final int HASH = 37;

    private final String value;

    NodeName(Settings.Data data) {
        this.value = shorten(host() + ":" + data.dir().toAbsolutePath().normalize());
    }

    public String value() {
        return value;
    }

    public static String shorten(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, LONGEST - HASH) + "#"
                        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
