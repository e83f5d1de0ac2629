package io.vidstead.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is said about one thing, and who listens on this node.
 *
 * <p>All methods may be called by any thread; they hold the channel's lock for moments and never wait. What is sent is handed
 * to the listeners' event loops under that lock, so that everybody gets it in order, and after what says that they listen.
 * One task an event loop carries a message to all of its listeners.
 */
final class Channel {

    private final String name;
    private final boolean countsViewers;
    private final LongSupplier numbers;
    private final Map<EventLoop, Set<Connection>> listeners = new HashMap<>(4);
    private final Ring ring;
    private final Counts counts = new Counts();
    private int size;
    private long seq;
    private long aloneSince = System.nanoTime();

    /**
     * @param countsViewers whether its listeners are told how many they are
     * @param numbers grows at every call, over all channels of the node
     */
    Channel(String name, boolean countsViewers, LongSupplier numbers) {
        this.name = name;
        this.countsViewers = countsViewers;
        this.numbers = numbers;
        this.seq = numbers.getAsLong();
        this.ring = new Ring(seq);
    }

    String name() {
        return name;
    }

    synchronized List<Connection> listeners() {
        return listeners.values().stream().flatMap(Set::stream).toList();
    }

    /** Nobody has listened for as long as messages are kept. */
    synchronized boolean isForgotten(long now) {
        return size == 0 && now - aloneSince > Ring.KEPT_FOR.toNanos();
    }

    synchronized void join(Connection connection) {
        add(connection);
        say(connection, List.of(ServerMessages.subscribed(name, seq)));
    }

    /**
     * As {@link #join}, but the one who joins says the greeting itself.
     *
     * @return the number of the last message
     */
    synchronized long joinSilently(Connection connection) {
        add(connection);
        return seq;
    }

    /**
     * As {@link #join}, and says what was missed.
     *
     * @param known whether the number was given by this node
     */
    synchronized void resume(Connection connection, boolean known, long since) {
        add(connection);
        Optional<List<Kept>> missed = known ? ring.since(since, System.nanoTime()) : Optional.empty();
        List<String> texts = new ArrayList<>();
        missed.ifPresentOrElse(
                kept -> {
                    texts.add(ServerMessages.resumed(name, seq, kept.size()));
                    kept.forEach(message -> texts.add(message.text()));
                },
                () -> texts.add(ServerMessages.reset(name, seq)));
        say(connection, texts);
    }

    synchronized void leave(Connection connection) {
        Set<Connection> mates = listeners.get(connection.loop());
        if (mates == null || !mates.remove(connection)) {
            return;
        }
        if (mates.isEmpty()) {
            listeners.remove(connection.loop());
        }
        size--;
        if (size == 0) {
            aloneSince = System.nanoTime();
        }
        countViewers();
    }

    /** @param data JSON */
    synchronized void publish(String type, String data) {
        String text = next(type, data);
        ring.add(new Kept(seq, System.nanoTime(), text));
        send(text);
    }

    /** Takes the fields over into the channel's counts, which {@link #sendCounts} sends. */
    synchronized void merge(ObjectNode fields) {
        counts.merge(fields);
    }

    /** In how many nanoseconds {@link #sendCounts} is to be called; negative: not. */
    synchronized long countsDue() {
        return counts.appointment(size);
    }

    synchronized void sendCounts() {
        if (counts.due() && size > 0) {
            send(next(Counts.TYPE, counts.json()));
        }
    }

    /** Something may have been lost on the way to this node: everybody reads the state anew. */
    synchronized void reset() {
        seq = numbers.getAsLong();
        ring.clear(seq);
        send(ServerMessages.reset(name, seq));
    }

    synchronized void prune(long now) {
        ring.prune(now);
    }

    private String next(String type, String data) {
        seq = numbers.getAsLong();
        return ServerMessages.event(name, type, data, seq);
    }

    private void add(Connection connection) {
        if (listeners.computeIfAbsent(connection.loop(), _ -> new HashSet<>(2)).add(connection)) {
            size++;
            countViewers();
        }
    }

    private void countViewers() {
        if (countsViewers) {
            counts.viewers(size);
        }
    }

    /** To one alone, and then the counts as they are. */
    private void say(Connection connection, List<String> texts) {
        List<String> all = new ArrayList<>(texts);
        if (!counts.isEmpty()) {
            all.add(next(Counts.TYPE, counts.json()));
        }
        connection.loop().execute(() -> connection.sendAll(all));
    }

    private void send(String text) {
        listeners.forEach((loop, mates) -> {
            Connection[] all = mates.toArray(Connection[]::new);
            loop.execute(() -> {
                for (Connection connection : all) {
                    connection.send(text);
                }
            });
        });
    }
}
