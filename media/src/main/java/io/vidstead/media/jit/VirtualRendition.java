package io.vidstead.media.jit;

import io.vidstead.media.FrameRate;
import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.CmafFile;
import io.vidstead.media.cmaf.CmafIndex;
import io.vidstead.media.cmaf.Segment;
import io.vidstead.media.cmaf.SegmentIndexBox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * One track of an original as a single-file CMAF that was never written: an initialisation segment, a segment index and
 * fragments of at least four seconds that start at the keyframes it has. Immutable and thread-safe; holds the sample
 * tables in memory and opens the original anew for each read.
 */
public final class VirtualRendition {
    private static final int SEGMENT_SECONDS = 4;
    private static final int MAX_REFERENCES = 65_535;

    private final Path original;
    private final SampleTable samples;
    private final Timeline timeline;
    private final List<Fragment> fragments;
    private final ByteBuffer head;
    private final CmafIndex index;

    private VirtualRendition(
            Path original,
            SampleTable samples,
            Timeline timeline,
            List<Fragment> fragments,
            ByteBuffer head,
            CmafIndex index) {
        this.original = original;
        this.samples = samples;
        this.timeline = timeline;
        this.fragments = fragments;
        this.head = head;
        this.index = index;
    }

    static VirtualRendition of(
            Path original, SampleTable samples, Box trak, TrackKind kind, Shown shown, int movieTimescale) {
        int timescale = CmafFile.timescale(trak);
        var timeline = Timeline.of(trak, kind, samples, timescale, movieTimescale);
        var borders = borders(samples, kind, timeline.firstSample(), (long) SEGMENT_SECONDS * timescale);
        if (borders.size() - 1 > MAX_REFERENCES) {
            throw new NotSuited("too many segments for one index");
        }
        var init = InitSegment.of(trak, kind, timescale);
        int sidxLength = SegmentIndexBox.length(borders.size() - 1);
        var fragments = fragments(samples, borders, init.remaining() + (long) sidxLength);
        var segments = new ArrayList<Segment>();
        for (var fragment : fragments) {
            long end = fragment.to() == samples.count()
                    ? samples.decodeTime(fragment.to()) - samples.decodeTime(fragment.from())
                    : presentation(samples, fragment.to()) - presentation(samples, fragment.from());
            segments.add(new Segment(
                    fragment.offset(), fragment.length(), Math.max(0, end), fragment.keyLength(kind, samples)));
        }
        long start = Math.max(
                0,
                presentation(samples, timeline.firstSample()) + timeline.decodeShift() + timeline.compositionShift());
        var entry = SampleDescription.of(trak).entry();
        var index = new CmafIndex(
                kind,
                entry.codecs(),
                timescale,
                start,
                new ByteRange(0, init.remaining()),
                new ByteRange(init.remaining(), sidxLength),
                segments,
                shown.width(),
                shown.height(),
                shown.rate(),
                entry.channels(),
                entry.sampleRateHz(),
                entry.signal());
        var head = ByteBuffer.allocate(init.remaining() + sidxLength)
                .put(init.duplicate())
                .put(SegmentIndexBox.of(index))
                .flip();
        return new VirtualRendition(original, samples, timeline, fragments, head, index);
    }

    /** The same track of the same file in another place. */
    VirtualRendition at(Path moved) {
        return new VirtualRendition(moved, samples, timeline, fragments, head, index);
    }

    /** Size and rate of the picture as players shall be told; zeros for sound. */
    record Shown(int width, int height, FrameRate rate) {}

    private static long presentation(SampleTable samples, int sample) {
        return samples.decodeTime(sample) + samples.compositionOffset(sample);
    }

    /** First samples of the segments, and the count of samples. */
    private static List<Integer> borders(SampleTable samples, TrackKind kind, int first, long minTicks) {
        var borders = new ArrayList<Integer>();
        borders.add(first);
        long start = samples.decodeTime(first);
        int next = first + 1;
        while (next < samples.count()) {
            next = kind == TrackKind.VIDEO ? samples.nextSync(next) : next;
            if (next < samples.count() && samples.decodeTime(next) - start >= minTicks) {
                borders.add(next);
                start = samples.decodeTime(next);
            }
            next++;
        }
        borders.add(samples.count());
        return borders;
    }

    private static List<Fragment> fragments(SampleTable samples, List<Integer> borders, long at) {
        var fragments = new ArrayList<Fragment>();
        for (int i = 0; i + 1 < borders.size(); i++) {
            int from = borders.get(i);
            int to = borders.get(i + 1);
            long length = Fragment.headerLength(to - from) + samples.bytes(from, to);
            if (length > Integer.MAX_VALUE) {
                throw new NotSuited("a segment of more than 2 GiB");
            }
            fragments.add(new Fragment(from, to, at, length));
            at += length;
        }
        return List.copyOf(fragments);
    }

    /** Where its segments are, as for a file that was written. */
    public CmafIndex index() {
        return index;
    }

    /** Pictures or frames of sound. */
    public int samples() {
        return samples.count();
    }

    /** Bytes of the whole file. */
    public long size() {
        var last = fragments.getLast();
        return last.offset() + last.length();
    }

    /**
     * Makes the bytes of {@code range} and writes them to {@code out}, blocking.
     *
     * @throws IllegalArgumentException where the range goes past the end
     * @throws IOException when the original cannot be read or {@code out} does not take the bytes
     */
    public void transferTo(ByteRange range, WritableByteChannel out) throws IOException {
        if (range.end() > size()) {
            throw new IllegalArgumentException("range " + range + " of " + size());
        }
        var gathered = new GatheredOutput(out);
        try (var in = FileChannel.open(original, StandardOpenOption.READ)) {
            writePart(head, 0, range, gathered);
            for (int i = fragmentAt(range.offset()); i < fragments.size(); i++) {
                var fragment = fragments.get(i);
                if (fragment.offset() >= range.end()) {
                    break;
                }
                writePart(fragment.header(i + 1, samples, timeline), fragment.offset(), range, gathered);
                writeSamples(in, fragment, range, gathered);
            }
            gathered.flush();
        }
    }

    /** The fragment that holds {@code offset}; the first for the bytes before it. */
    private int fragmentAt(long offset) {
        int low = 0;
        int high = fragments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fragments.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Writes what {@code range} wants of {@code bytes}, which lie at {@code at}. */
    private static void writePart(ByteBuffer bytes, long at, ByteRange range, GatheredOutput out) throws IOException {
        long from = Math.max(at, range.offset());
        long to = Math.min(at + bytes.remaining(), range.end());
        if (from < to) {
            out.put(bytes.slice((int) (from - at), (int) (to - from)));
        }
    }

    /** Writes what {@code range} wants of a fragment's samples; neighbours in the original are read in one go. */
    private void writeSamples(FileChannel in, Fragment fragment, ByteRange range, GatheredOutput out)
            throws IOException {
        long at = fragment.offset() + fragment.headerLength();
        int sample = fragment.from();
        while (sample < fragment.to() && at < range.end()) {
            long start = samples.place(sample).offset();
            long length = 0;
            while (sample < fragment.to() && samples.place(sample).offset() == start + length) {
                length += samples.size(sample++);
            }
            long from = Math.max(at, range.offset());
            long to = Math.min(at + length, range.end());
            if (from < to) {
                out.put(in, start + from - at, to - from);
            }
            at += length;
        }
    }
}
