package io.vidstead.engines.objects;

import java.time.Instant;

/**
 * What a store knows of an object.
 *
 * @param size in bytes
 * @param sha256 of the whole content, 64 lower-case hexadecimal digits
 * @param created when it became visible, to the millisecond
 */
public record StoredObject(ObjectKey key, long size, String sha256, Instant created) {}
