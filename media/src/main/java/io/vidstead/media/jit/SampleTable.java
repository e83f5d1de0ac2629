package io.vidstead.media.jit;

import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.ByteRange;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where and when each sample of a track is (ISO/IEC 14496-12, 8.6 and 8.7): from 4 bytes a sample for evenly timed sound, 8 for
 * a picture with reordering, to 24 where every sample lies alone and lasts differently.
 */
final class SampleTable {
    static final int MAX_SAMPLES = 4_000_000;

    /** Nobody's film is so torn; a few of these tables must fit into memory at once. */
    private static final long MAX_MEMORY = 32 << 20;

    private final int[] sizes;
    private final SamplePlaces places;
    private final SampleTimes times;
    /** Empty where all are zero. */
    private final int[] compositionOffsets;

    private final BitSet sync;

    private SampleTable(int[] sizes, SamplePlaces places, SampleTimes times, int[] compositionOffsets, BitSet sync) {
        this.sizes = sizes;
        this.places = places;
        this.times = times;
        this.compositionOffsets = compositionOffsets;
        this.sync = sync;
    }

    /** Reads a {@code stbl} box. */
    static SampleTable read(Box stbl, long fileSize) {
        int[] sizes = sizes(stbl.find("stsz").orElseThrow(() -> new NotSuited("compact sample sizes")));
        int count = sizes.length;
        if (Arrays.stream(sizes).asLongStream().sum() > fileSize) {
            throw new NotSuited("more samples than the file can hold");
        }
        return of(
                sizes,
                offsets(stbl, sizes),
                decodeTimes(stbl, count),
                compositionOffsets(stbl, count),
                sync(stbl, count),
                fileSize);
    }

    /**
     * The table of these samples.
     *
     * @param decodeTimes one longer than the samples, never falling
     */
    static SampleTable of(
            int[] sizes, long[] offsets, long[] decodeTimes, int[] compositionOffsets, BitSet sync, long fileSize) {
        int count = sizes.length;
        for (int i = 0; i < count; i++) {
            if (offsets[i] < 0 || offsets[i] > fileSize - sizes[i]) {
                throw new NotSuited("samples lie behind the end of the file");
            }
        }
        var table = new SampleTable(
                sizes,
                SamplePlaces.of(offsets, sizes),
                SampleTimes.of(decodeTimes),
                Arrays.stream(compositionOffsets).allMatch(offset -> offset == 0) ? new int[0] : compositionOffsets,
                sync);
        if (table.memoryBytes() > MAX_MEMORY) {
            throw new NotSuited("tables too large to be kept");
        }
        return table;
    }

    private static int[] sizes(Box stsz) {
        var in = stsz.reader().position(4);
        int common = in.getInt();
        int count = in.getInt();
        if (count <= 0 || count > MAX_SAMPLES || common < 0 || (common == 0 && count > in.remaining() / 4)) {
            throw new NotSuited("no samples, or too many");
        }
        var sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = common != 0 ? common : in.getInt();
            if (sizes[i] < 0) {
                throw new NotSuited("a sample of more than 2 GiB");
            }
        }
        return sizes;
    }

    private static long[] offsets(Box stbl, int[] sizes) {
        long[] chunks = chunks(stbl);
        var in = stbl.require("stsc").reader().position(4);
        int runs = in.getInt();
        var offsets = new long[sizes.length];
        int sample = 0;
        int first = runs > 0 ? in.getInt() : 0;
        for (int run = 0; run < runs; run++) {
            int perChunk = in.getInt();
            if (in.getInt() != 1) {
                throw new NotSuited("several sample descriptions");
            }
            int next = run + 1 < runs ? in.getInt() : chunks.length + 1;
            if (first < 1 || next <= first || next > chunks.length + 1 || perChunk <= 0) {
                throw new NotSuited("the chunk table contradicts itself");
            }
            for (int chunk = first - 1; chunk < next - 1; chunk++) {
                long at = chunks[chunk];
                for (int i = 0; i < perChunk && sample < sizes.length; i++) {
                    offsets[sample] = at;
                    at += sizes[sample++];
                }
            }
            first = next;
        }
        if (sample != sizes.length) {
            throw new NotSuited("samples that are in no chunk");
        }
        return offsets;
    }

    private static long[] chunks(Box stbl) {
        var wide = stbl.find("co64");
        var in = wide.orElseGet(() -> stbl.require("stco")).reader().position(4);
        int count = in.getInt();
        if (count <= 0 || count > in.remaining() / (wide.isPresent() ? 8 : 4)) {
            throw new NotSuited("the chunk table is broken");
        }
        var chunks = new long[count];
        for (int i = 0; i < count; i++) {
            chunks[i] = wide.isPresent() ? in.getLong() : Integer.toUnsignedLong(in.getInt());
        }
        return chunks;
    }

    private static long[] decodeTimes(Box stbl, int count) {
        var in = stbl.require("stts").reader().position(4);
        int runs = in.getInt();
        var times = new long[count + 1];
        int sample = 0;
        for (int run = 0; run < runs; run++) {
            long length = Integer.toUnsignedLong(in.getInt());
            int delta = in.getInt();
            if (delta < 0) {
                throw new NotSuited("time runs backwards");
            }
            for (long i = 0; i < length && sample < count; i++) {
                times[sample + 1] = times[sample] + delta;
                sample++;
            }
        }
        if (sample != count) {
            throw new NotSuited("samples without a time");
        }
        return times;
    }

    /** Offsets are read as signed in both versions of the box, as all players do. */
    private static int[] compositionOffsets(Box stbl, int count) {
        var offsets = new int[count];
        var ctts = stbl.find("ctts");
        if (ctts.isPresent()) {
            var in = ctts.get().reader().position(4);
            int runs = in.getInt();
            int sample = 0;
            for (int run = 0; run < runs; run++) {
                long length = Integer.toUnsignedLong(in.getInt());
                int offset = in.getInt();
                for (long i = 0; i < length && sample < count; i++) {
                    offsets[sample++] = offset;
                }
            }
        }
        return offsets;
    }

    private static BitSet sync(Box stbl, int count) {
        var sync = new BitSet(count);
        var stss = stbl.find("stss");
        if (stss.isEmpty()) {
            sync.set(0, count);
            return sync;
        }
        ByteBuffer in = stss.get().reader().position(4);
        int entries = in.getInt();
        for (int i = 0; i < entries; i++) {
            int number = in.getInt();
            if (number >= 1 && number <= count) {
                sync.set(number - 1);
            }
        }
        return sync;
    }

    int count() {
        return sizes.length;
    }

    int size(int sample) {
        return sizes[sample];
    }

    ByteRange place(int sample) {
        return new ByteRange(places.offset(sample), sizes[sample]);
    }

    /** When {@code sample} is decoded, in ticks; {@code sample} may be the count, for the end. */
    long decodeTime(int sample) {
        return times.at(sample);
    }

    long duration(int sample) {
        return times.duration(sample);
    }

    int compositionOffset(int sample) {
        return compositionOffsets.length == 0 ? 0 : compositionOffsets[sample];
    }

    boolean isSync(int sample) {
        return sync.get(sample);
    }

    /** The next sample from {@code sample} on that can be decoded by itself, or the count. */
    int nextSync(int sample) {
        int next = sync.nextSetBit(sample);
        return next < 0 ? sizes.length : next;
    }

    long bytes(int from, int to) {
        long bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += sizes[i];
        }
        return bytes;
    }

    private long memoryBytes() {
        return Integer.BYTES * (long) (sizes.length + compositionOffsets.length)
                + places.memoryBytes()
                + times.memoryBytes()
                + sync.size() / Byte.SIZE;
    }
}
