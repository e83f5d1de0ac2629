package io.vidstead.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The channels on which somebody listens on this node, or did within two minutes. Any thread.
 *
 * <p>Numbers of messages are given by one counter, so that a channel that was forgotten and made anew never gives one
 * again; the epoch says whose counter it was.
 */
final class Channels {

    static final String VIDEO = "video:";
    static final String USER = "user:";

    private final ConcurrentHashMap<String, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final ScheduledExecutorService clock;
    private final String epoch;

    /** @param clock sends counts when they are due; what it runs never waits */
    Channels(ScheduledExecutorService clock, RandomGenerator random) {
        this.clock = clock;
        byte[] bits = new byte[8];
        random.nextBytes(bits);
        this.epoch = HexFormat.of().formatHex(bits);
    }

    String epoch() {
        return epoch;
    }

    int size() {
        return channels.size();
    }

    @Nullable
    Channel find(String name) {
        return channels.get(name);
    }

    void subscribe(Connection connection, String name) {
        enter(connection, name, channel -> channel.join(connection));
    }

    void resume(Connection connection, ClientMessage.Resume wanted) {
        boolean known = wanted.epoch().equals(epoch);
        enter(connection, wanted.channel(), channel -> channel.resume(connection, known, wanted.seq()));
    }

    /**
     * The channel of a signed-in socket itself.
     *
     * @return the number of its last message
     */
    long enterOwn(Connection connection, String name) {
        AtomicLong last = new AtomicLong();
        enter(connection, name, channel -> last.set(channel.joinSilently(connection)));
        return last.get();
    }

    void leave(Connection connection, String name) {
        Channel channel = channels.get(name);
        if (channel != null) {
            synchronized (connection.channels()) {
                connection.channels().remove(channel);
            }
            channel.leave(connection);
            appoint(channel);
        }
    }

    void leaveAll(Connection connection) {
        List<Channel> all;
        synchronized (connection.channels()) {
            all = List.copyOf(connection.channels());
            connection.channels().clear();
        }
        for (Channel channel : all) {
            channel.leave(connection);
            appoint(channel);
        }
    }

    void publish(String name, String type, String data) {
        Channel channel = channels.get(name);
        if (channel != null) {
            channel.publish(type, data);
        }
    }

    void count(String name, ObjectNode fields) {
        Channel channel = channels.get(name);
        if (channel != null) {
            channel.merge(fields);
            appoint(channel);
        }
    }

    void resetAll() {
        channels.values().forEach(Channel::reset);
    }

    /** Forgets what nobody can come back to. */
    void tidy() {
        long now = System.nanoTime();
        for (String name : channels.keySet()) {
            channels.computeIfPresent(name, (_, channel) -> {
                channel.prune(now);
                return channel.isForgotten(now) ? null : channel;
            });
        }
    }

    Collection<Channel> all() {
        return channels.values();
    }

    private interface Entrance {
        void into(Channel channel);
    }

    /** In one step with the making and forgetting of channels. */
    private void enter(Connection connection, String name, Entrance entrance) {
        Channel entered = channels.compute(name, (_, known) -> {
            Channel channel =
                    known == null ? new Channel(name, name.startsWith(VIDEO), numbers::incrementAndGet) : known;
            entrance.into(channel);
            return channel;
        });
        synchronized (connection.channels()) {
            if (!connection.channels().contains(entered)) {
                connection.channels().add(entered);
            }
        }
        appoint(entered);
    }

    private void appoint(Channel channel) {
        long due = channel.countsDue();
        if (due >= 0) {
            var _ = clock.schedule(channel::sendCounts, due, TimeUnit.NANOSECONDS);
        }
    }
}
