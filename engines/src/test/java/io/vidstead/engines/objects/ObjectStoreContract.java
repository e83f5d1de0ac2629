package io.vidstead.engines.objects;

/** What every {@link ObjectStore} keeps whose objects may grow: an engine's test extends this and adds what is the engine's own. */
public abstract class ObjectStoreContract implements StoredObjectContract, StagedObjectContract {}
