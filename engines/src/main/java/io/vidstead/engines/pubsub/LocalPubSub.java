package io.vidstead.engines.pubsub;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages within this JVM: right for a single node. */
public final class LocalPubSub implements PubSub {

    private static final Logger log = LoggerFactory.getLogger(LocalPubSub.class);

    private final int queueSize;
    private final ConcurrentHashMap<String, Set<Listening>> channels = new ConcurrentHashMap<>();

    public LocalPubSub() {
        this(1_024);
    }

    /** @param queueSize how many messages may wait for a listener */
    public LocalPubSub(int queueSize) {
        this.queueSize = queueSize;
    }

    @Override
    public void publish(String channel, String message) {
        channels.getOrDefault(channel, Set.of()).forEach(listening -> listening.offer(message));
    }

    @Override
    public Subscription subscribe(String channel, Consumer<String> listener) {
        Listening listening = new Listening(channel, listener);
        channels.compute(channel, (_, others) -> {
            Set<Listening> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(listening);
            return all;
        });
        Thread.ofVirtual().name("listen-" + channel).start(listening::run);
        return listening;
    }

    @Override
    public void close() {
        channels.values().stream().flatMap(Set::stream).toList().forEach(Listening::close);
    }

    private final class Listening implements Subscription {

        private final String channel;
        private final Consumer<String> listener;
        private final LinkedBlockingDeque<List<String>> queue = new LinkedBlockingDeque<>(queueSize);
        private final LongAdder dropped = new LongAdder();
        private volatile boolean closed;

        Listening(String channel, Consumer<String> listener) {
            this.channel = channel;
            this.listener = listener;
        }

        void offer(String message) {
            offer(List.of(message));
        }

        @Override
        public long dropped() {
            return dropped.sum();
        }

        @Override
        public void close() {
            closed = true;
            channels.computeIfPresent(channel, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
            // Wakes the thread; nothing is in it.
            offer(List.of());
        }

        private void offer(List<String> item) {
            while (!queue.offerLast(item)) {
                if (queue.pollFirst() != null) {
                    dropped.increment();
                }
            }
        }

        private void run() {
            try {
                while (!closed) {
                    queue.takeFirst().forEach(this::deliver);
                }
            } catch (InterruptedException _) {
                close();
            }
        }

        private void deliver(String message) {
            if (closed) {
                return;
            }
            try {
                listener.accept(message);
            } catch (RuntimeException e) {
                log.warn("a listener of {} failed", channel, e);
            }
        }
    }
}
