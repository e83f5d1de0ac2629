package io.vidstead.realtime;

import io.vidstead.kernel.Problem;
import io.vidstead.kernel.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All open sockets of this node, and how many there may be. Any thread. */
final class Sockets {

    static final Duration COME_BACK = Duration.ofSeconds(30);

    private final int most;
    private final int mostOfNetwork;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> byNetwork = new ConcurrentHashMap<>();

    Sockets(Settings.Realtime settings) {
        this.most = settings.maxSockets();
        this.mostOfNetwork = settings.maxSocketsPerAddress();
    }

    int size() {
        return open.size();
    }

    /** @throws Problem when there are too many; else the network has one more, until {@link #release} or {@link #remove} */
    void reserve(String network) {
        if (open.size() >= most) {
            throw Problem.unavailable("too_many_sockets", "This server has as many sockets as it takes.", COME_BACK);
        }
        int number = byNetwork.merge(network, 1, Integer::sum);
        if (number > mostOfNetwork) {
            release(network);
            throw Problem.limited("too_many_sockets", "Too many sockets are open from your address.", COME_BACK);
        }
    }

    void release(String network) {
        byNetwork.computeIfPresent(network, (_, number) -> number == 1 ? null : number - 1);
    }

    void add(Connection connection) {
        open.add(connection);
    }

    void remove(Connection connection) {
        if (open.remove(connection)) {
            release(connection.network());
        }
    }

    void forEach(Consumer<Connection> work) {
        open.forEach(work);
    }

    void close(Predicate<Connection> which, CloseCode code) {
        open.forEach(connection -> {
            if (which.test(connection)) {
                connection.closeFromElsewhere(code);
            }
        });
    }
}
