package io.vidstead.engines.cache;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A cache of futures, whose time runs from the beginning of their loading. The one who misses puts a future and fulfils
 * it with its own loading; those who come meanwhile wait for it. (Caffeine's own loading get would hold a lock of the
 * table that unrelated keys share.) An invalidation removes the future, whose value then reaches only those who were
 * waiting already.
 */
final class CaffeineCache<K, V> implements Cache<K, V> {

    private final com.github.benmanes.caffeine.cache.Cache<K, CompletableFuture<V>> values;

    CaffeineCache(com.github.benmanes.caffeine.cache.Cache<K, CompletableFuture<V>> values) {
        this.values = values;
    }

    @Override
    public V get(K key, Function<? super K, ? extends V> loader) {
        CompletableFuture<V> present = values.getIfPresent(key);
        if (present != null) {
            return await(present);
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        present = values.asMap().putIfAbsent(key, mine);
        return present == null ? load(key, loader, mine) : await(present);
    }

    @Override
    public Optional<V> find(K key) {
        return Optional.ofNullable(values.getIfPresent(key))
                .filter(value -> value.state() == CompletableFuture.State.SUCCESS)
                .map(CompletableFuture::resultNow);
    }

    @Override
    public void put(K key, V value) {
        values.put(key, CompletableFuture.completedFuture(value));
    }

    @Override
    public void invalidate(K key) {
        values.asMap().remove(key);
    }

    @Override
    public void invalidateAll() {
        values.asMap().clear();
    }

    private V load(K key, Function<? super K, ? extends V> loader, CompletableFuture<V> mine) {
        try {
            V value = Objects.requireNonNull(loader.apply(key), "a loader gave null");
            mine.complete(value);
            return value;
        } catch (Throwable failure) { // whoever waits must hear of it
            values.asMap().remove(key, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private static <V> V await(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
