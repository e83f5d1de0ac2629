package io.vidstead.media.jit;

import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxFile;
import io.vidstead.media.cmaf.ByteRange;
import io.vidstead.media.cmaf.SampleEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file of the MP4 family says of where its samples lie: the {@code moov} and, in a fragmented file, every {@code moof}.
 * Read front to back, in as many steps as the file needs to arrive. Not thread-safe.
 */
final class MovieIndex {
    private static final int MAX_BOXES = 1 << 19;
    private static final int MAX_MOOF = 4 << 20;
    private static final int MAX_TRACKS = 64;

    /** What an index may take while it is read: bytes of its header, samples of its fragments. */
    record Limits(int movieBytes, int samples) {
        static final Limits WHOLE = new Limits(128 << 20, SampleTable.MAX_SAMPLES);

        /** Of several files at once, for as long as they take to arrive: a film of four hours. */
        static final Limits ARRIVING = new Limits(16 << 20, 1_500_000);
    }

    /** Bytes of the whole file, here or not. */
    private final long size;

    private final Limits limits;

    private final Map<Integer, FragmentTable> fragments = new HashMap<>();
    private long at;
    private int boxes;
    private int samples;
    private boolean begun;
    private @Nullable Box moov;
    private @Nullable ByteRange moovPlace;

    MovieIndex(long size, Limits limits) {
        this.size = size;
        this.limits = limits;
    }

    /** The index of a whole file. */
    static MovieIndex of(Path file, long size) throws IOException {
        var index = new MovieIndex(size, Limits.WHOLE);
        index.readTo(file, size);
        return index;
    }

    /**
     * Reads on as far as whole boxes go within the first {@code known} bytes.
     *
     * @throws NotSuited where it cannot be served without rewriting it
     * @throws io.vidstead.media.MediaException where it contradicts itself
     */
    void readTo(Path path, long known) throws IOException {
        try (var file = BoxFile.open(path, known)) {
            for (var place = file.placeAt(at); place.isPresent(); place = file.placeAt(at)) {
                if (++boxes > MAX_BOXES) {
                    throw new NotSuited("too many boxes");
                }
                boolean openEnded = place.get().range().end() == known && known < size;
                if (openEnded || !take(file, place.get())) {
                    return;
                }
                at = Math.addExact(place.get().range().end(), place.get().missing());
                if (moov != null && fragments.isEmpty()) {
                    return; // progressive: nothing else matters
                }
            }
        }
    }

    /** Whether the box was read or may be passed over; false to look again when there is more of the file. */
    private boolean take(BoxFile file, BoxFile.Place place) throws IOException {
        return switch (place.type()) {
            case "moov" -> {
                if (place.complete() && moov == null) {
                    takeMovie(file.box(place, limits.movieBytes()), place.range());
                }
                yield place.complete();
            }
            case "moof" -> {
                if (place.complete()) {
                    takeFragment(file.box(place, MAX_MOOF), place.range().offset());
                }
                yield place.complete();
            }
            default -> true;
        };
    }

    private void takeMovie(Box box, ByteRange place) {
        moov = box;
        moovPlace = place;
        box.find("mvex")
                .ifPresent(mvex -> mvex.children().stream()
                        .filter(child -> child.type().equals("trex"))
                        .limit(MAX_TRACKS)
                        .forEach(trex -> fragments.put(
                                trex.body().getInt(4), new FragmentTable(FragmentTable.Defaults.of(trex)))));
    }

    private void takeFragment(Box moof, long start) {
        if (fragments.isEmpty()) {
            throw new NotSuited("a fragment that nothing announces");
        }
        begun = true;
        long follows = start;
        for (var traf : moof.children()) {
            if (traf.type().equals("traf")) {
                var table = fragments.get(traf.require("tfhd").body().getInt(4));
                if (table == null) {
                    throw new NotSuited("a fragment of a track that there is not");
                }
                int before = table.count();
                follows = table.add(traf, start, follows, new FragmentTable.Bounds(size, limits.samples() - samples));
                samples += table.count() - before;
            }
        }
    }

    /** The movie header, once it was read. */
    Optional<Box> moov() {
        return Optional.ofNullable(moov);
    }

    /** Where {@link #moov} lies. */
    Optional<ByteRange> moovPlace() {
        return Optional.ofNullable(moovPlace);
    }

    /** Whether there is more to read behind the movie header. */
    boolean fragmented() {
        return !fragments.isEmpty();
    }

    /** The whole {@code trak} boxes. */
    List<Box> tracks() {
        return moov().stream()
                .flatMap(box -> box.children().stream())
                .filter(box -> box.type().equals("trak"))
                .limit(MAX_TRACKS)
                .toList();
    }

    /** The first track of a kind, {@code vide} or {@code soun}. */
    Box track(String handler) {
        return tracks().stream()
                .filter(track -> SampleEntry.handler(track).equals(handler))
                .findFirst()
                .orElseThrow(() -> new NotSuited("no track of kind " + handler));
    }

    /** The samples of a track, of the whole file. */
    SampleTable samples(Box trak) {
        var stbl = trak.require("mdia", "minf", "stbl");
        if (!begun) {
            return SampleTable.read(stbl, size);
        }
        if (stbl.find("stsz").filter(stsz -> stsz.body().getInt(8) > 0).isPresent()) {
            throw new NotSuited("a movie that goes on in fragments");
        }
        var tkhd = trak.require("tkhd");
        var table = fragments.get(tkhd.body().getInt(tkhd.version() == 1 ? 20 : 12));
        if (table == null) {
            throw new NotSuited("a track without fragments");
        }
        return table.toSampleTable(size);
    }
}
