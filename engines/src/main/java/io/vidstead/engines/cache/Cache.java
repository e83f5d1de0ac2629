package io.vidstead.engines.cache;

import java.util.Optional;
import java.util.function.Function;

/**
 * Values by key, each for a limited time.
 *
 * <p><b>Freshness:</b> a value is returned for at most its time to live after it was loaded or put, on every node; after
 * {@link #invalidate} has returned no older value is returned on this node, also not one whose loading had already
 * begun, and on other nodes within a second.
 *
 * <p><b>Single flight:</b> of many callers that miss one key on one node, one loads and the others wait for its result.
 *
 * <p>Values are shared between threads: keep immutable ones. Cache an {@link Optional} to remember that something is
 * missing.
 */
public interface Cache<K, V> {

    /**
     * The value, loaded by the caller's own thread when absent. An exception of the loader reaches all who wait for it
     * and nothing is kept.
     */
    V get(K key, Function<? super K, ? extends V> loader);

    /** The value if it is there. */
    Optional<V> find(K key);

    void put(K key, V value);

    void invalidate(K key);

    void invalidateAll();
}
