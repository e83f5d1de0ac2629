package io.vidstead.engines.objects;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How an object is described in the headers of HTTP. */
final class ObjectHeaders {

    static final String SHA256 = "Vidstead-Sha256";
    static final String SIZE = "Vidstead-Size";
    static final String CREATED = "Vidstead-Created";

    private ObjectHeaders() {}

    static Map<String, String> of(StoredObject object) {
        return Map.of(
                SHA256, object.sha256(),
                SIZE, Long.toString(object.size()),
                CREATED, Long.toString(object.created().toEpochMilli()));
    }

    /** @throws StorageException where they say nothing of an object */
    static StoredObject read(ObjectKey key, Function<String, Optional<String>> headers) {
        try {
            return new StoredObject(
                    key,
                    Long.parseLong(headers.apply(SIZE).orElse("")),
                    headers.apply(SHA256).filter(hash -> hash.length() == 64).orElseThrow(),
                    Instant.ofEpochMilli(Long.parseLong(headers.apply(CREATED).orElse(""))));
        } catch (RuntimeException e) {
            throw new StorageException("the answer about " + key + " is not that of an object store", e);
        }
    }
}
