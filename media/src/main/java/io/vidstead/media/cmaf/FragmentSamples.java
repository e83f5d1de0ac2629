package io.vidstead.media.cmaf;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the samples of a fragment with one track and one run are.
 *
 * @param dataOffset of the first, from the start of the {@code moof}; the others follow it
 * @param sizes in bytes
 */
public record FragmentSamples(long dataOffset, List<Integer> sizes) {
    private static final int MAX_SAMPLES = 1 << 20;

    /** @throws io.vidstead.media.MediaException where it has several tracks or runs, or counts from elsewhere */
    public static FragmentSamples of(Box moof, Box moov) {
        var tracks = moof.children().stream()
                .filter(box -> box.type().equals("traf"))
                .toList();
        var runs = tracks.size() == 1
                ? tracks.getFirst().children().stream()
                        .filter(box -> box.type().equals("trun"))
                        .toList()
                : List.<Box>of();
        if (runs.size() != 1) {
            throw Box.malformed("A fragment has not one track with one run");
        }
        var defaults = TrackFragment.of(tracks.getFirst(), moov);
        var in = runs.getFirst().reader();
        int flags = in.getInt() & 0xffffff;
        int count = in.getInt();
        if ((flags & 0x1) == 0 || !defaults.fromMoof() || count < 0 || count > MAX_SAMPLES) {
            throw Box.malformed("A fragment does not tell where its samples are");
        }
        long offset = in.getInt();
        in.position(in.position() + Integer.bitCount(flags & 0x4) * 4);
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            in.position(in.position() + Integer.bitCount(flags & 0x100) * 4);
            sizes.add((flags & 0x200) == 0 ? Math.toIntExact(defaults.size()) : in.getInt());
            in.position(in.position() + Integer.bitCount(flags & 0xc00) * 4);
        }
        return new FragmentSamples(offset, sizes);
    }
}
