package io.vidstead.media.jit;

/**
 * When each sample of a track is decoded: at one step where all are alike, else four bytes a sample. A time in the middle is
 * added up from the last known one, at most {@value #STRIDE} steps.
 */
final class SampleTimes {
    private static final int STRIDE = 64;

    private final long[] known;
    /** One where all samples are of one length. */
    private final int[] durations;

    private SampleTimes(long[] known, int[] durations) {
        this.known = known;
        this.durations = durations;
    }

    /** @param times one longer than the samples, never falling: the last entry is the end */
    static SampleTimes of(long[] times) {
        int count = times.length - 1;
        var known = new long[count / STRIDE + 1];
        var durations = new int[count];
        boolean even = true;
        for (int i = 0; i < count; i++) {
            long duration = times[i + 1] - times[i];
            if (duration < 0 || duration > Integer.MAX_VALUE) {
                throw new NotSuited("time jumps");
            }
            durations[i] = (int) duration;
            even &= durations[i] == durations[0];
        }
        for (int i = 0; i < known.length; i++) {
            known[i] = times[i * STRIDE];
        }
        return new SampleTimes(known, even ? new int[] {durations[0]} : durations);
    }

    long duration(int sample) {
        return durations[durations.length == 1 ? 0 : sample];
    }

    /** The time of a sample, or with the count of samples that of the end. */
    long at(int sample) {
        int from = sample / STRIDE * STRIDE;
        long time = known[sample / STRIDE];
        for (int i = from; i < sample; i++) {
            time += duration(i);
        }
        return time;
    }

    long memoryBytes() {
        return Long.BYTES * (long) known.length + Integer.BYTES * (long) durations.length;
    }
}
