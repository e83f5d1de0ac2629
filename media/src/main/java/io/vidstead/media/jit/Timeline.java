package io.vidstead.media.jit;

import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;

/**
 * How a track's own times map to the presentation's, after its edit list (ISO/IEC 14496-12, 8.6.6).
 *
 * <p>A fragment's decode time cannot be negative, so a video that starts late within its media gets signed composition
 * offsets instead, as CMAF (ISO/IEC 23000-19, 7.5.1) recommends; the priming samples of sound are left out.
 *
 * @param firstSample samples before it are left out
 * @param decodeShift ticks to add to decode times
 * @param compositionShift ticks to add to composition offsets
 */
record Timeline(int firstSample, long decodeShift, long compositionShift) {

    static Timeline of(Box trak, TrackKind kind, SampleTable samples, int timescale, int movieTimescale) {
        long shift = shift(trak, timescale, movieTimescale);
        return kind == TrackKind.VIDEO ? video(samples, shift) : audio(samples, shift);
    }

    private static Timeline video(SampleTable samples, long shift) {
        long decodeShift = Math.max(0, shift);
        long start = samples.decodeTime(0) + samples.compositionOffset(0) + shift;
        if (start < -samples.duration(0) || !samples.isSync(0)) {
            throw new NotSuited("the edit list starts within the picture");
        }
        return new Timeline(0, decodeShift, shift - decodeShift);
    }

    private static Timeline audio(SampleTable samples, long shift) {
        int first = 0;
        while (first < samples.count() - 1 && samples.decodeTime(first) + samples.duration(first) / 2 + shift < 0) {
            first++;
        }
        long start = samples.decodeTime(first) + shift;
        return new Timeline(first, start < 0 ? -samples.decodeTime(first) : shift, 0);
    }

    private static long shift(Box trak, int timescale, int movieTimescale) {
        var list = trak.find("edts", "elst");
        if (list.isEmpty()) {
            return 0;
        }
        boolean wide = list.get().version() == 1;
        var in = list.get().reader().position(4);
        int count = in.getInt();
        long delay = 0;
        for (int i = 0; i < count; i++) {
            long duration = wide ? in.getLong() : Integer.toUnsignedLong(in.getInt());
            long mediaTime = wide ? in.getLong() : in.getInt();
            int rate = in.getInt();
            if (mediaTime == -1 && i == 0) {
                delay = Math.multiplyExact(duration, (long) timescale) / movieTimescale;
            } else if (mediaTime >= 0 && i == count - 1 && rate == 0x10000) {
                return delay - mediaTime;
            } else {
                throw new NotSuited("an edit list that cuts");
            }
        }
        return delay;
    }
}
