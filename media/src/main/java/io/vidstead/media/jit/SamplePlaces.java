package io.vidstead.media.jit;

import java.util.Arrays;

/**
 * Where the samples of a track lie: the beginnings of runs without a gap, none longer than {@value #LONGEST} samples, so that a
 * place within one is quickly added up.
 */
final class SamplePlaces {
    private static final int LONGEST = 64;

    private final int[] sizes;
    private final int[] firstSamples;
    private final long[] offsets;

    private SamplePlaces(int[] sizes, int[] firstSamples, long[] offsets) {
        this.sizes = sizes;
        this.firstSamples = firstSamples;
        this.offsets = offsets;
    }

    /** @param offsets of each sample */
    static SamplePlaces of(long[] offsets, int[] sizes) {
        var firstSamples = new int[sizes.length];
        var starts = new long[sizes.length];
        int runs = 0;
        for (int i = 0; i < sizes.length; i++) {
            boolean goesOn =
                    i > 0 && offsets[i] == offsets[i - 1] + sizes[i - 1] && i - firstSamples[runs - 1] < LONGEST;
            if (!goesOn) {
                firstSamples[runs] = i;
                starts[runs++] = offsets[i];
            }
        }
        return new SamplePlaces(sizes, Arrays.copyOf(firstSamples, runs), Arrays.copyOf(starts, runs));
    }

    long offset(int sample) {
        int found = Arrays.binarySearch(firstSamples, sample);
        int run = found >= 0 ? found : -found - 2;
        long offset = offsets[run];
        for (int i = firstSamples[run]; i < sample; i++) {
            offset += sizes[i];
        }
        return offset;
    }

    long memoryBytes() {
        return (Integer.BYTES + Long.BYTES) * (long) offsets.length;
    }
}
