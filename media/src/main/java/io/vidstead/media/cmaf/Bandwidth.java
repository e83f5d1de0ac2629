package io.vidstead.media.cmaf;

import java.util.List;

/** Bit rates as RFC 8216 (4.3.4.2) defines them. */
final class Bandwidth {
    /** Segments of no duration must not make the search quadratic. */
    private static final int MAX_RUN = 64;

    private Bandwidth() {}

    static long averageBps(List<Segment> segments, int timescale) {
        long bytes = segments.stream().mapToLong(Segment::length).sum();
        long ticks = segments.stream().mapToLong(Segment::durationTicks).sum();
        return bps(bytes, ticks, timescale);
    }

    /**
     * The largest bit rate of any run of segments whose length is between a half and one and a half of the target
     * duration.
     */
    static long peakBps(List<Segment> segments, int timescale) {
        double target = Math.max(1, targetSeconds(segments, timescale)) * timescale;
        long peak = 0;
        for (int from = 0; from < segments.size(); from++) {
            long bytes = 0;
            long ticks = 0;
            int end = Math.min(segments.size(), from + MAX_RUN);
            for (int to = from; to < end && ticks <= 1.5 * target; to++) {
                bytes += segments.get(to).length();
                ticks += segments.get(to).durationTicks();
                if (ticks >= 0.5 * target && ticks <= 1.5 * target) {
                    peak = Math.max(peak, bps(bytes, ticks, timescale));
                }
            }
        }
        return Math.max(peak, averageBps(segments, timescale));
    }

    /** The longest segment, in seconds rounded to the nearest (EXT-X-TARGETDURATION). */
    static int targetSeconds(List<Segment> segments, int timescale) {
        long longest = segments.stream().mapToLong(Segment::durationTicks).max().orElse(0);
        return (int) Math.clamp(Math.round((double) longest / timescale), 1, Integer.MAX_VALUE);
    }

    private static long bps(long bytes, long ticks, int timescale) {
        return ticks == 0 ? 0 : (long) Math.ceil(bytes * 8.0 * timescale / ticks);
    }
}
