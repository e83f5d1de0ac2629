package io.vidstead.engines.cache;

import java.time.Duration;

/** Makes caches. */
public interface Caches {

    /**
     * A cache of its own.
     *
     * @param name in metrics, and shared by the nodes
     * @param timeToLive how old a value may get
     * @param maximumSize how many values a node keeps; the least useful go first
     */
    <K, V> Cache<K, V> create(String name, Duration timeToLive, long maximumSize);
}
