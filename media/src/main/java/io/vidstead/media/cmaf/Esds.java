package io.vidstead.media.cmaf;

import java.nio.ByteBuffer;
import java.util.Locale;

/** The elementary stream descriptor of MPEG-4 sound (ISO/IEC 14496-1, 7.2.6). */
final class Esds {
    private static final int ES = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;
    private static final int MPEG4_AUDIO = 0x40;

    private Esds() {}

    /** {@code mp4a.40.2} for AAC-LC; the number of the object type for other codings. */
    static String codecs(ByteBuffer esds) {
        esds.position(4);
        enter(esds, ES);
        esds.getShort();
        int flags = esds.get();
        skip(esds, ((flags & 0x80) == 0 ? 0 : 2) + ((flags & 0x20) == 0 ? 0 : 2));
        if ((flags & 0x40) != 0) {
            skip(esds, Byte.toUnsignedInt(esds.get()));
        }
        enter(esds, DECODER_CONFIG);
        int coding = Byte.toUnsignedInt(esds.get());
        if (coding != MPEG4_AUDIO) {
            return String.format(Locale.ROOT, "mp4a.%02x", coding);
        }
        skip(esds, 12);
        enter(esds, DECODER_SPECIFIC);
        int bits = Short.toUnsignedInt(esds.getShort());
        int type = bits >> 11;
        return "mp4a.40." + (type == 31 ? 32 + ((bits >> 5) & 63) : type);
    }

    private static void enter(ByteBuffer esds, int tag) {
        if (Byte.toUnsignedInt(esds.get()) != tag) {
            throw Box.malformed("The elementary stream descriptor is broken");
        }
        for (int i = 0; i < 4 && (esds.get() & 0x80) != 0; i++) {
            // The length is not needed; its bytes go on while their highest bit is set.
        }
    }

    private static void skip(ByteBuffer esds, int bytes) {
        esds.position(esds.position() + bytes);
    }
}
