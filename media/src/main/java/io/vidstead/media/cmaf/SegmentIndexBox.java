package io.vidstead.media.cmaf;

import java.nio.ByteBuffer;

/** Writes the segment index box of a rendition (ISO/IEC 14496-12, 8.16.3), with 64-bit times. */
public final class SegmentIndexBox {
    private static final int FIXED = 40;
    private static final int PER_SEGMENT = 12;
    /** Starts with a stream access point of type 1. */
    private static final int STARTS_WITH_KEYFRAME = 0x90000000;

    private SegmentIndexBox() {}

    public static int length(int segments) {
        return FIXED + PER_SEGMENT * segments;
    }

    /** The box for an index whose first segment follows it directly. */
    public static ByteBuffer of(CmafIndex index) {
        return of(index, 0);
    }

    /** The box for an index whose first segment begins {@code skipped} bytes after it. */
    static ByteBuffer of(CmafIndex index, long skipped) {
        var out = new BoxWriter();
        out.beginFull("sidx", 1, 0).u32(1).u32(index.timescale());
        out.u64(index.startTicks()).u64(skipped).u16(0).u16(index.segments().size());
        for (var segment : index.segments()) {
            out.u32(segment.length()).u32(segment.durationTicks()).u32(STARTS_WITH_KEYFRAME);
        }
        return out.end().toBuffer();
    }
}
