package io.vidstead.media.jit;

import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxWriter;
import io.vidstead.media.cmaf.SampleEntry;
import java.nio.ByteBuffer;
import java.util.stream.Stream;

/**
 * How a track's samples are coded, in the form that fragmented files carry.
 *
 * @param entry what it says
 * @param box the {@code stsd} box to write
 */
record SampleDescription(SampleEntry entry, ByteBuffer box) {
    /** Fields of a sound entry that both kinds of files have, and what QuickTime's version 1 adds to them. */
    private static final int SOUND_FIELDS = 28;

    private static final int QUICKTIME_FIELDS = 16;

    /** Reads that of a {@code trak} box, which must be the only one. */
    static SampleDescription of(Box trak) {
        var entries = trak.require("mdia", "minf", "stbl", "stsd").childrenAfter(8);
        if (entries.size() != 1) {
            throw new NotSuited("several sample descriptions");
        }
        var handler = SampleEntry.handler(trak);
        var entry = handler.equals("soun") ? plainSound(entries.getFirst()) : entries.getFirst();
        var out = new BoxWriter().beginFull("stsd", 0, 0).u32(1);
        out.begin(entry.type()).bytes(entry.reader()).end().end();
        return new SampleDescription(SampleEntry.of(handler, entry), out.toBuffer());
    }

    /** QuickTime wraps the stream's own description once more (QuickTime File Format, sound sample description). */
    private static Box plainSound(Box entry) {
        return switch (entry.body().getShort(8)) {
            case 0 -> entry;
            case 1 -> {
                var out = new BoxWriter().bytes(entry.body().slice(0, 8)).zeros(8);
                out.bytes(entry.body().slice(16, SOUND_FIELDS - 16));
                out.begin("esds").bytes(streamDescription(entry).reader()).end();
                yield new Box(entry.type(), out.toBuffer());
            }
            default -> throw new NotSuited("an unusual sound description");
        };
    }

    private static Box streamDescription(Box entry) {
        return entry.childrenAfter(SOUND_FIELDS + QUICKTIME_FIELDS).stream()
                .flatMap(child -> child.type().equals("wave") ? child.children().stream() : Stream.of(child))
                .filter(child -> child.type().equals("esds"))
                .findFirst()
                .orElseThrow(() -> new NotSuited("sound without a stream description"));
    }
}
