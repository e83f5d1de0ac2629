package io.vidstead.media.cmaf;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;

/**
 * What holds for the samples of a track fragment unless a run says otherwise (ISO/IEC 14496-12, 8.8.3 and 8.8.7).
 *
 * @param fromMoof whether data offsets count from the start of the {@code moof}
 */
record TrackFragment(boolean fromMoof, long duration, long size, long flags) {

    static TrackFragment of(Box traf, Box moov) {
        var in = traf.require("tfhd").reader();
        int flags = in.getInt() & 0xffffff;
        in.getInt();
        boolean based = (flags & 0x1) != 0;
        in.position(in.position() + (based ? 8 : 0) + ((flags & 0x2) == 0 ? 0 : 4));
        return new TrackFragment(
                !based,
                value(in, (flags & 0x8) != 0, () -> movieDefault(moov, 12)),
                value(in, (flags & 0x10) != 0, () -> movieDefault(moov, 16)),
                value(in, (flags & 0x20) != 0, () -> movieDefault(moov, 20)));
    }

    private static long value(ByteBuffer in, boolean present, IntSupplier otherwise) {
        return Integer.toUnsignedLong(present ? in.getInt() : otherwise.getAsInt());
    }

    private static int movieDefault(Box moov, int at) {
        return moov.require("mvex", "trex").body().getInt(at);
    }
}
