package io.vidstead.engines.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vidstead.engines.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Cache} keeps. */
public abstract class CacheContract {

    private static final Duration TTL = Duration.ofMinutes(1);

    private final AtomicInteger loads = new AtomicInteger();
    private Cache<String, String> cache;

    protected abstract Caches caches();

    /** Lets time pass for the caches. */
    protected abstract void pass(Duration duration);

    @BeforeEach
    void create() {
        cache = caches().create("test", TTL, 1_000);
    }

    @Test
    void a_value_is_loaded_once() {
        assertThat(cache.get("k", this::load)).isEqualTo("k1");
        assertThat(cache.get("k", this::load)).isEqualTo("k1");
        assertThat(cache.find("k")).contains("k1");
        assertThat(cache.find("other")).isEmpty();
    }

    @Test
    void a_value_lives_for_its_time_and_no_longer() {
        cache.get("loaded", this::load);
        cache.put("put", "value");
        pass(TTL.minusMillis(1));
        assertThat(cache.find("loaded")).isPresent();
        assertThat(cache.find("put")).isPresent();
        pass(Duration.ofMillis(2));
        assertThat(cache.find("loaded")).isEmpty();
        assertThat(cache.find("put")).isEmpty();
        assertThat(cache.get("loaded", this::load)).isEqualTo("loaded2");
    }

    @Test
    void an_invalidated_value_is_loaded_again() {
        cache.get("a", this::load);
        cache.get("b", this::load);
        cache.invalidate("a");
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("b")).isPresent();
        cache.invalidateAll();
        assertThat(cache.find("b")).isEmpty();
    }

    @Test
    void of_many_who_miss_one_loads_and_all_get_its_value() throws Exception {
        CountDownLatch mayLoad = new CountDownLatch(1);
        List<String> values = new CopyOnWriteArrayList<>();
        List<Thread> callers = IntStream.range(0, 50)
                .mapToObj(_ -> Thread.startVirtualThread(() -> values.add(cache.get("k", key -> {
                    await(mayLoad);
                    return load(key);
                }))))
                .toList();
        assertThat(cache.get("unrelated", key -> "is not held up")).isEqualTo("is not held up");
        mayLoad.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(values).hasSize(50).containsOnly("k1");
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_failed_load_reaches_all_who_wait_and_is_not_kept() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch mayFail = new CountDownLatch(1);
        List<Exception> failures = new CopyOnWriteArrayList<>();
        Thread first = Thread.startVirtualThread(() -> catching(
                failures,
                () -> cache.get("k", _ -> {
                    loading.countDown();
                    await(mayFail);
                    throw new IllegalStateException("no");
                })));
        loading.await();
        Thread second = Thread.startVirtualThread(() -> catching(failures, () -> cache.get("k", this::load)));
        Await.until("the second waits", () -> second.getState() == Thread.State.WAITING);
        mayFail.countDown();
        first.join();
        second.join();
        assertThat(failures).hasSize(2).allMatch(failure -> "no".equals(failure.getMessage()));
        assertThat(cache.get("k", this::load)).isEqualTo("k1");
        assertThatThrownBy(() -> cache.get("x", _ -> {
                    throw new IllegalArgumentException("own");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_invalidation_wins_over_a_load_that_began_before() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> cache.get("k", _ -> {
            loading.countDown();
            await(mayEnd);
            return "stale";
        }));
        loading.await();
        cache.invalidate("k");
        assertThat(cache.get("k", _ -> "fresh")).isEqualTo("fresh");
        mayEnd.countDown();
        slow.join();
        assertThat(cache.find("k")).contains("fresh");
    }

    @Test
    void its_size_is_bounded() {
        Cache<Integer, Integer> small = caches().create("small", TTL, 10);
        IntStream.range(0, 1_000).forEach(n -> small.put(n, n));
        assertThat(IntStream.range(0, 1_000)
                        .filter(n -> small.find(n).isPresent())
                        .count())
                .isLessThanOrEqualTo(10);
    }

    private String load(String key) {
        return key + loads.incrementAndGet();
    }

    private static void catching(List<Exception> failures, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
