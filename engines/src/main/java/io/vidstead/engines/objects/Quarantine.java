package io.vidstead.engines.objects;

/** An ability of object stores: what was found corrupt is kept aside for a human. */
public interface Quarantine {

    /** What is kept aside. */
    record Sum(long files, long bytes) {}

    /** A look at the store itself; corrupt objects are few. */
    Sum withdrawn();
}
