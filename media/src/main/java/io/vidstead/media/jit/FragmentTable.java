package io.vidstead.media.jit;

import io.vidstead.media.cmaf.Box;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The samples of one track of a fragmented file, gathered fragment by fragment (ISO/IEC 14496-12, 8.8) as far as the file is
 * known. Not thread-safe.
 */
final class FragmentTable {
    private static final int FIRST_ROOM = 1024;
    private static final int NOT_SYNC = 0x10000;

    /** What a sample is where its fragment says nothing. */
    record Defaults(int description, int duration, int size, int flags) {

        /** Reads a {@code trex} box. */
        static Defaults of(Box trex) {
            var in = trex.reader().position(8);
            return new Defaults(in.getInt(), in.getInt(), in.getInt(), in.getInt());
        }
    }

    /** What a fragment may claim: samples within the file, and so many more of them. */
    record Bounds(long fileSize, int samples) {}

    private final Defaults movieDefaults;
    private int count;
    private int[] sizes = new int[FIRST_ROOM];
    private long[] offsets = new long[FIRST_ROOM];
    private long[] times = new long[FIRST_ROOM];
    private int[] compositionOffsets = new int[FIRST_ROOM];
    private final BitSet sync = new BitSet();
    /** When the last sample ends. */
    private long end;

    FragmentTable(Defaults movieDefaults) {
        this.movieDefaults = movieDefaults;
    }

    int count() {
        return count;
    }

    /**
     * Adds the samples of a track fragment.
     *
     * @param moof where the fragment begins in the file
     * @param follows where its data are unless it says so
     * @return the byte after its last sample
     */
    long add(Box traf, long moof, long follows, Bounds bounds) {
        var in = traf.require("tfhd").reader();
        int flags = in.getInt() & 0xffffff;
        in.getInt();
        long base = (flags & 0x1) != 0 ? in.getLong() : (flags & 0x20000) != 0 ? moof : follows;
        var defaults = new Defaults(
                (flags & 0x2) != 0 ? in.getInt() : movieDefaults.description(),
                (flags & 0x8) != 0 ? in.getInt() : movieDefaults.duration(),
                (flags & 0x10) != 0 ? in.getInt() : movieDefaults.size(),
                (flags & 0x20) != 0 ? in.getInt() : movieDefaults.flags());
        if (defaults.description() != 1) {
            throw new NotSuited("several sample descriptions");
        }
        traf.find("tfdt").ifPresent(this::startAt);
        int before = count;
        long at = base;
        for (var run : traf.children()) {
            if (run.type().equals("trun")) {
                at = addRun(
                        run, base, at, defaults, new Bounds(bounds.fileSize(), bounds.samples() - (count - before)));
            }
        }
        return at;
    }

    /** A gap lengthens the sample before it. */
    private void startAt(Box tfdt) {
        long start = tfdt.version() == 1
                ? tfdt.body().getLong(4)
                : Integer.toUnsignedLong(tfdt.body().getInt(4));
        if (start < 0 || (count > 0 && start < times[count - 1])) {
            throw new NotSuited("time runs backwards");
        }
        end = start;
    }

    private long addRun(Box run, long base, long at, Defaults defaults, Bounds bounds) {
        var in = run.reader();
        int flags = in.getInt() & 0xffffff;
        int samples = in.getInt();
        if (samples < 0 || samples > bounds.samples()) {
            throw new NotSuited("too many samples");
        }
        if ((flags & 0xf00) == 0 && defaults.size() == 0 && samples > 0) {
            throw new NotSuited("samples without a size");
        }
        long place = (flags & 0x1) != 0 ? Math.addExact(base, (long) in.getInt()) : at;
        int firstFlags = (flags & 0x4) != 0 ? in.getInt() : defaults.flags();
        if (samples > 0 && Integer.bitCount(flags & 0xf00) * 4L * samples > in.remaining()) {
            throw new NotSuited("a run that is cut off");
        }
        makeRoom(samples);
        for (int i = 0; i < samples; i++) {
            int otherFlags = i == 0 && (flags & 0x4) != 0 ? firstFlags : defaults.flags();
            place = addSample(in, flags, place, otherFlags, defaults);
            if (place > bounds.fileSize()) {
                throw new NotSuited("samples lie behind the end of the file");
            }
        }
        return place;
    }

    private long addSample(ByteBuffer in, int flags, long place, int otherFlags, Defaults defaults) {
        int duration = (flags & 0x100) != 0 ? in.getInt() : defaults.duration();
        int size = (flags & 0x200) != 0 ? in.getInt() : defaults.size();
        int sampleFlags = (flags & 0x400) != 0 ? in.getInt() : otherFlags;
        if (size < 0 || duration < 0 || place < 0) {
            throw new NotSuited("a sample of more than 2 GiB or of negative length");
        }
        sizes[count] = size;
        offsets[count] = place;
        times[count] = end;
        compositionOffsets[count] = (flags & 0x800) != 0 ? in.getInt() : 0;
        sync.set(count, (sampleFlags & NOT_SYNC) == 0);
        count++;
        end = Math.addExact(end, duration);
        return Math.addExact(place, size);
    }

    private void makeRoom(int samples) {
        if (count + samples > sizes.length) {
            int room = Math.max(count + samples, sizes.length * 2);
            sizes = Arrays.copyOf(sizes, room);
            offsets = Arrays.copyOf(offsets, room);
            times = Arrays.copyOf(times, room);
            compositionOffsets = Arrays.copyOf(compositionOffsets, room);
        }
    }

    /** The table of a file that has become {@code fileSize} long. */
    SampleTable toSampleTable(long fileSize) {
        if (count == 0) {
            throw new NotSuited("no samples");
        }
        var decodeTimes = Arrays.copyOf(times, count + 1);
        decodeTimes[count] = end;
        return SampleTable.of(
                Arrays.copyOf(sizes, count),
                Arrays.copyOf(offsets, count),
                decodeTimes,
                Arrays.copyOf(compositionOffsets, count),
                (BitSet) sync.clone(),
                fileSize);
    }
}
