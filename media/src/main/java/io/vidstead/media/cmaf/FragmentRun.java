package io.vidstead.media.cmaf;

import java.util.ArrayList;
import java.util.List;

/** Times and places of the samples of a track fragment (ISO/IEC 14496-12, 8.8.7 and 8.8.8). */
final class FragmentRun {
    private static final int MAX_SAMPLES = 1 << 20;
    private static final int NOT_SYNC = 0x10000;

    private FragmentRun() {}

    /** When the first sample is presented, which may be before zero. */
    static long start(Box traf) {
        var tfdt = traf.require("tfdt");
        long decoded = tfdt.version() == 1
                ? tfdt.body().getLong(4)
                : Integer.toUnsignedLong(tfdt.body().getInt(4));
        var in = traf.require("trun").reader();
        int flags = in.getInt() & 0xffffff;
        if (in.getInt() <= 0 || (flags & 0x800) == 0) {
            return decoded;
        }
        int before = Integer.bitCount(flags & 0x5) + Integer.bitCount(flags & 0x700);
        return decoded + in.getInt(in.position() + before * 4);
    }

    /**
     * How many bytes of a fragment, from the start of its {@code moof}, end with its first sample; 0 where that one cannot be
     * decoded by itself, or does not lie there.
     */
    static long keyEnd(Box moof, Box moov) {
        var traf = moof.require("traf");
        var tfhd = TrackFragment.of(traf, moov);
        var in = traf.require("trun").reader();
        int flags = in.getInt() & 0xffffff;
        if (in.getInt() <= 0 || (flags & 0x1) == 0 || !tfhd.fromMoof()) {
            return 0;
        }
        long data = in.getInt();
        long sampleFlags = (flags & 0x4) == 0 ? tfhd.flags() : Integer.toUnsignedLong(in.getInt());
        if ((flags & 0x100) != 0) {
            in.getInt();
        }
        long size = (flags & 0x200) == 0 ? tfhd.size() : Integer.toUnsignedLong(in.getInt());
        if ((flags & 0x404) == 0x400) {
            sampleFlags = Integer.toUnsignedLong(in.getInt());
        }
        boolean standsAlone = (sampleFlags & NOT_SYNC) == 0;
        return standsAlone && data > 0 ? data + size : 0;
    }

    static List<Long> durations(Box traf, Box moov) {
        long byDefault = TrackFragment.of(traf, moov).duration();
        var durations = new ArrayList<Long>();
        for (var run : traf.children()) {
            if (run.type().equals("trun")) {
                read(run, byDefault, durations);
            }
        }
        return durations;
    }

    private static void read(Box run, long byDefault, List<Long> durations) {
        var in = run.reader();
        int flags = in.getInt() & 0xffffff;
        int count = in.getInt();
        if (count < 0 || count > MAX_SAMPLES - durations.size()) {
            throw Box.malformed("A fragment claims too many samples");
        }
        in.position(in.position() + Integer.bitCount(flags & 0x5) * 4);
        int others = Integer.bitCount(flags & 0xe00) * 4;
        for (int i = 0; i < count; i++) {
            durations.add((flags & 0x100) == 0 ? byDefault : Integer.toUnsignedLong(in.getInt()));
            in.position(in.position() + others);
        }
    }
}
