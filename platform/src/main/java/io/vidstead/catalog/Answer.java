package io.vidstead.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * An answer's JSON, ready to be sent, with its entity tag (quoted).
 *
 * @param packed the same for those who take gzip, where that was worth doing beforehand
 */
record Answer(byte[] json, Optional<byte[]> packed, String etag) {

    private static final int WORTH_PACKING = 1_400;

    static Answer of(byte[] json) {
        return new Answer(json, Optional.empty(), '"' + ContentTag.of(json) + '"');
    }

    /** The tag begins with the number of the owner's last edit, which is what {@link EditCondition} compares. */
    static Answer of(byte[] json, long version) {
        return new Answer(json, Optional.empty(), "\"" + version + "-" + ContentTag.of(json) + '"');
    }

    /** The same, packed now once instead of at each request: for answers that are sent many times. */
    Answer forMany() {
        return json.length < WORTH_PACKING ? this : new Answer(json, Optional.of(gzip(json)), etag);
    }

    @Override
    public String toString() {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }
}
