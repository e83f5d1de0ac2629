package io.vidstead.media.cmaf;

import io.vidstead.media.FrameRate;
import io.vidstead.media.MediaException;
import io.vidstead.media.MediaException.Code;
import io.vidstead.media.TrackKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the index of a single-file CMAF rendition: its moov, its sidx and the headers of its
 * fragments, never the samples. */
public final class CmafFile {
    private static final int MAX_PLACES = 16;
    private static final int MAX_MOOV = 1 << 20;
    private static final int MAX_SIDX = 4 << 20;
    private static final int MAX_MOOF = 4 << 20;

    private CmafFile() {}

    /**
     * The index of a finished rendition.
     *
     * @throws MediaException {@code MALFORMED_MEDIA} where the file is not such a rendition
     */
    public static CmafIndex read(Path file) {
        try (var boxes = BoxFile.open(file)) {
            return Box.parse(() -> read(boxes));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
    }

    /** Whether the file has no fragment at all: its track had nothing to hold. */
    public static boolean isEmpty(Path file) {
        try (var boxes = BoxFile.open(file)) {
            return Box.parse(() -> fragmentless(boxes));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read " + file.getFileName(), e);
        }
    }

    private static boolean fragmentless(BoxFile boxes) {
        try {
            return boxes.places(MAX_PLACES, place -> place.type().equals("moof")).stream()
                    .noneMatch(place -> place.type().equals("moof"));
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the file", e);
        }
    }

    private static CmafIndex read(BoxFile file) {
        try {
            var places = file.places(MAX_PLACES, place -> place.type().equals("moof"));
            var moov = require(places, "moov");
            var sidx = require(places, "sidx");
            var header = file.box(moov, MAX_MOOV);
            var track = header.require("trak");
            var entry = SampleEntry.of(track);
            int timescale = timescale(track);
            var references = SegmentReferences.read(
                    file.box(sidx, MAX_SIDX), sidx.range().end());
            if (references.timescale() != timescale) {
                throw Box.malformed("The segment index counts in other units than the track");
            }
            var segments = references.segments();
            if (segments.getLast().offset() + segments.getLast().length() > file.size()) {
                throw Box.malformed("The segment index points behind the end of the file");
            }
            var first = file.box(require(places, "moof"), MAX_MOOF);
            // Not the index's own start, which writers cut at zero.
            long start = FragmentRun.start(first.require("traf"));
            var display = displaySize(track, entry);
            boolean picture = entry.kind() == TrackKind.VIDEO;
            return new CmafIndex(
                    entry.kind(),
                    entry.codecs(),
                    timescale,
                    start,
                    new ByteRange(0, moov.range().end()),
                    sidx.range(),
                    picture ? withKeys(file, header, segments) : segments,
                    display[0],
                    display[1],
                    picture ? frameRate(first, header, timescale) : FrameRate.UNKNOWN,
                    entry.channels(),
                    entry.sampleRateHz(),
                    entry.signal());
        } catch (IOException e) {
            throw new MediaException(Code.TOOL_FAILED, "Cannot read the file", e);
        }
    }

    private static List<Segment> withKeys(BoxFile file, Box moov, List<Segment> segments) throws IOException {
        var found = new ArrayList<Segment>(segments.size());
        for (var segment : segments) {
            var moof =
                    file.placeAt(segment.offset()).filter(place -> place.type().equals("moof"));
            long key = moof.isEmpty() ? 0 : FragmentRun.keyEnd(file.box(moof.get(), MAX_MOOF), moov);
            found.add(key > segment.length() ? segment : segment.withKey(key));
        }
        return found;
    }

    /**
     * The index of a file of which one segment is there.
     *
     * @param start when its first sample is presented
     * @param durations of the samples of that segment
     */
    static CmafIndex describe(
            Box moov, long start, List<Long> durations, ByteRange init, ByteRange sidx, Segment segment) {
        var track = moov.require("trak");
        var entry = SampleEntry.of(track);
        int timescale = timescale(track);
        var display = displaySize(track, entry);
        return new CmafIndex(
                entry.kind(),
                entry.codecs(),
                timescale,
                start,
                init,
                sidx,
                List.of(segment),
                display[0],
                display[1],
                entry.kind() == TrackKind.VIDEO
                        ? FrameRate.average(durations.size(), segment.durationTicks(), timescale)
                        : FrameRate.UNKNOWN,
                entry.channels(),
                entry.sampleRateHz());
    }

    private static BoxFile.Place require(List<BoxFile.Place> places, String type) {
        return places.stream()
                .filter(place -> place.type().equals(type))
                .findFirst()
                .orElseThrow(() -> Box.malformed("The file lacks a " + type + " box"));
    }

    /** Ticks a second of a {@code trak} box. */
    public static int timescale(Box trak) {
        var mdhd = trak.require("mdia", "mdhd");
        int timescale = mdhd.body().getInt(mdhd.version() == 1 ? 20 : 12);
        if (timescale <= 0) {
            throw Box.malformed("The track has no timescale");
        }
        return timescale;
    }

    /** Width and height that the track header asks for, turned as its matrix says; the coded size where it asks for none. */
    private static int[] displaySize(Box trak, SampleEntry entry) {
        if (entry.kind() == TrackKind.AUDIO) {
            return new int[] {0, 0};
        }
        var tkhd = trak.require("tkhd");
        int matrix = tkhd.version() == 1 ? 52 : 40;
        int width = tkhd.body().getInt(matrix + 36) >>> 16;
        int height = tkhd.body().getInt(matrix + 40) >>> 16;
        if (width == 0 || height == 0) {
            width = entry.width();
            height = entry.height();
        }
        boolean turned = tkhd.body().getInt(matrix) == 0 && tkhd.body().getInt(matrix + 4) != 0;
        return turned ? new int[] {height, width} : new int[] {width, height};
    }

    /** The average over the first fragment. */
    private static FrameRate frameRate(Box moof, Box moov, int timescale) {
        var frames = new ArrayList<Long>();
        for (var traf : moof.children()) {
            if (traf.type().equals("traf")) {
                frames.addAll(FragmentRun.durations(traf, moov));
            }
        }
        long total = frames.stream().mapToLong(Long::longValue).sum();
        return FrameRate.average(frames.size(), total, timescale);
    }
}
