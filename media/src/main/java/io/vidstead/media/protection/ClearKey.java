package io.vidstead.media.protection;

import io.vidstead.media.cmaf.BoxWriter;
import io.vidstead.media.manifest.KeySystemEntry;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The system that every browser has (W3C Encrypted Media Extensions, 9.1): the key comes as JSON over the site's own connection.
 * It keeps strangers and leaked files out; it does not hide the key from the viewer's own machine.
 */
public final class ClearKey implements KeySystem {
    /** Of the common {@code pssh} box (W3C "cenc" initialisation data, 3). */
    private static final UUID COMMON = UUID.fromString("1077efec-c0b2-4d02-ace3-3c1e52e2fb4b");
    /** Of DASH-IF's ContentProtection element. */
    private static final UUID DASH = UUID.fromString("e2719d58-a985-b3c9-781a-b030af78d30e");

    private static final String NAME = "org.w3.clearkey";

    @Override
    public Optional<ByteBuffer> pssh(UUID keyId) {
        return Optional.of(new BoxWriter()
                .beginFull("pssh", 1, 0)
                .bytes(ByteBuffer.wrap(ContentKey.bytes(COMMON)))
                .u32(1)
                .bytes(ByteBuffer.wrap(ContentKey.bytes(keyId)))
                .u32(0)
                .end()
                .toBuffer());
    }

    @Override
    public KeySystemEntry entry(UUID keyId, String licenseUri) {
        var base64 = Base64.getEncoder();
        return new KeySystemEntry(
                NAME,
                "data:text/plain;base64," + base64.encodeToString(ContentKey.bytes(keyId)),
                DASH,
                pssh(keyId).map(box -> base64.encodeToString(bytes(box))),
                Optional.of(licenseUri));
    }

    private static byte[] bytes(ByteBuffer box) {
        var bytes = new byte[box.remaining()];
        box.duplicate().get(bytes);
        return bytes;
    }
}
