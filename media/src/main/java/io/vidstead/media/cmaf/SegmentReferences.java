package io.vidstead.media.cmaf;

import java.util.ArrayList;
import java.util.List;

/**
 * What a segment index box says (ISO/IEC 14496-12, 8.16.3).
 *
 * @param timescale ticks a second
 * @param segments at least one, with absolute offsets
 */
record SegmentReferences(int timescale, List<Segment> segments) {

    /** @param anchor the first byte after the box */
    static SegmentReferences read(Box sidx, long anchor) {
        var in = sidx.reader();
        boolean wide = in.getInt() >>> 24 == 1;
        in.getInt();
        int timescale = in.getInt();
        in.position(in.position() + (wide ? 8 : 4));
        long offset = Math.addExact(anchor, wide ? in.getLong() : Integer.toUnsignedLong(in.getInt()));
        in.getShort();
        int count = Short.toUnsignedInt(in.getShort());
        if (count == 0 || offset < anchor || in.remaining() < count * 12) {
            throw Box.malformed("The segment index is broken");
        }
        var segments = new ArrayList<Segment>(count);
        for (int i = 0; i < count; i++) {
            int length = in.getInt();
            long duration = Integer.toUnsignedLong(in.getInt());
            in.getInt();
            if (length <= 0) {
                throw Box.malformed("The segment index refers to another index or to nothing");
            }
            segments.add(new Segment(offset, length, duration));
            offset += length;
        }
        if (segments.stream().allMatch(segment -> segment.durationTicks() == 0)) {
            throw Box.malformed("The segment index has no duration");
        }
        return new SegmentReferences(timescale, List.copyOf(segments));
    }
}
