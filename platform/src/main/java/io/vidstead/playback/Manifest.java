package io.vidstead.playback;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A playlist or manifest, ready to be sent. */
record Manifest(Buffer content, String contentType, String etag) {

    static final String HLS = "application/vnd.apple.mpegurl";
    static final String DASH = "application/dash+xml";

    static Manifest hls(String text) {
        return of(text, HLS);
    }

    static Manifest dash(String text) {
        return of(text, DASH);
    }

    private static Manifest of(String text, String contentType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32C();
        checksum.update(bytes);
        return new Manifest(
                Buffer.buffer(bytes),
                contentType,
                "\"" + bytes.length + "-" + Long.toHexString(checksum.getValue()) + '"');
    }
}
