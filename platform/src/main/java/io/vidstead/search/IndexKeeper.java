package io.vidstead.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vidstead.engines.embed.EmbedderUnavailableException;
import io.vidstead.engines.search.SearchIndex;
import io.vidstead.kernel.ServerRole;
import io.vidstead.kernel.Settings;
import io.vidstead.kernel.VideoId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the index is whole: one thread that looks every few seconds whether it still is, builds it anew when it is
 * not or an administrator asks, makes the vectors that an index of another model lacks, and brings counts up to date.
 */
@ApplicationScoped
class IndexKeeper {

    private static final Logger LOG = Logger.getLogger(IndexKeeper.class);
    private static final int LATE = 6_000;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int COUNTS_AT_ONCE = 300;
    private static final int MEANINGS_AT_ONCE = 20;

    /** What administrators are told. */
    record Status(
            String state,
            @Nullable Instant builtAt,
            @Nullable Long entries,
            int meaningsLeft) {}

    private final SearchIndex index;
    private final IndexBuilder builder;
    private final Indexer indexer;
    private final CountsConsumer counts;
    private final Clock clock;
    private final boolean wanted;
    private final BlockingQueue<Boolean> orders = new ArrayBlockingQueue<>(1);
    private final Queue<VideoId> withoutMeaning = new ConcurrentLinkedQueue<>();
    private volatile boolean building;
    private volatile boolean stopped;
    private volatile @Nullable Instant builtAt;
    private volatile @Nullable Long entries;
    private @Nullable Thread thread;

    IndexKeeper(
            SearchIndex index,
            IndexBuilder builder,
            Indexer indexer,
            CountsConsumer counts,
            Clock clock,
            Settings settings) {
        this.index = index;
        this.builder = builder;
        this.indexer = indexer;
        this.counts = counts;
        this.clock = clock;
        this.wanted = settings.roles().contains(ServerRole.CONSUMERS);
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        if (wanted) {
            thread = Thread.ofVirtual().name("search-keeper").start(this::keep);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            orders.offer(false);
            running.join(Duration.ofSeconds(5));
        }
    }

    /** Builds the index anew soon; answers at once. */
    void rebuild() {
        orders.offer(true);
    }

    Status status() {
        boolean ordered = orders.contains(true);
        String state = building || ordered ? "building" : index.isComplete() ? "complete" : "incomplete";
        return new Status(state, builtAt, entries, withoutMeaning.size());
    }

    private void keep() {
        boolean ordered = false;
        while (!stopped) {
            try {
                if (ordered || !index.isComplete()) {
                    build();
                }
                indexer.counts(counts.take(COUNTS_AT_ONCE));
                makeMeanings();
            } catch (RuntimeException e) {
                LOG.warn("the search index could not be brought up to date; it is tried again", e);
            }
            ordered = awaitOrder();
        }
    }

    private boolean awaitOrder() {
        try {
            // Vectors are made without a pause as long as some are missing.
            long wait = withoutMeaning.isEmpty() ? PAUSE.toMillis() : 50;
            return Boolean.TRUE.equals(orders.poll(wait, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            stopped = true;
            return false;
        }
    }

    private void build() {
        building = true;
        try {
            LOG.info("The search index is being built.");
            withoutMeaning.clear();
            Optional<Long> built = builder.build(() -> !stopped, withoutMeaning::add);
            if (built.isPresent()) {
                builtAt = clock.instant();
                entries = built.get();
                LOG.infof("The search index is built: %d entries.", built.get());
            }
        } finally {
            building = false;
        }
    }

    private void makeMeanings() {
        Queue<VideoId> now = new ArrayDeque<>();
        for (int i = 0; i < MEANINGS_AT_ONCE && !withoutMeaning.isEmpty(); i++) {
            now.add(withoutMeaning.remove());
        }
        try {
            while (!now.isEmpty() && !stopped) {
                indexer.meaning(now.element());
                now.remove();
            }
        } catch (EmbedderUnavailableException e) {
            withoutMeaning.addAll(now);
            LOG.debugf("vectors wait: %s", e.getMessage());
            pauseForModel();
        }
    }

    private static void pauseForModel() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
