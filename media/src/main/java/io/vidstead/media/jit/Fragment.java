package io.vidstead.media.jit;

import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.BoxWriter;
import java.nio.ByteBuffer;

/**
 * One segment of a track: a {@code moof} and the {@code mdat} that follows it.
 *
 * @param from first sample
 * @param to the sample after the last
 * @param offset where it starts in the rendition
 * @param length header and samples
 */
record Fragment(int from, int to, long offset, long length) {
    private static final int MOOF_FIXED = 8 + 16 + 8 + 16 + 20 + 20;
    private static final int PER_SAMPLE = 16;
    private static final int MDAT_HEADER = 8;
    private static final int SYNC = 0x02000000;
    private static final int NOT_SYNC = 0x01010000;
    private static final int DEFAULT_BASE_IS_MOOF = 0x20000;
    /** Data offset, and for each sample its duration, size, flags and composition offset. */
    private static final int RUN_FLAGS = 0x000f01;

    static int headerLength(int samples) {
        return MOOF_FIXED + PER_SAMPLE * samples + MDAT_HEADER;
    }

    int headerLength() {
        return headerLength(to - from);
    }

    /** Its bytes up to the end of its first sample, where that is a picture that stands alone; else 0. */
    long keyLength(TrackKind kind, SampleTable samples) {
        return kind == TrackKind.VIDEO && samples.isSync(from) ? headerLength() + samples.size(from) : 0;
    }

    /** The {@code moof} and the header of the {@code mdat} (ISO/IEC 14496-12, 8.8). */
    ByteBuffer header(int number, SampleTable samples, Timeline timeline) {
        var out = new BoxWriter();
        out.begin("moof").beginFull("mfhd", 0, 0).u32(number).end();
        out.begin("traf").beginFull("tfhd", 0, DEFAULT_BASE_IS_MOOF).u32(1).end();
        out.beginFull("tfdt", 1, 0)
                .u64(samples.decodeTime(from) + timeline.decodeShift())
                .end();
        out.beginFull("trun", 1, RUN_FLAGS).u32(to - from).u32(headerLength());
        for (int i = from; i < to; i++) {
            out.u32(samples.duration(i))
                    .u32(samples.size(i))
                    .u32(samples.isSync(i) ? SYNC : NOT_SYNC)
                    .u32(samples.compositionOffset(i) + timeline.compositionShift());
        }
        out.end().end().end();
        return out.u32(length - headerLength() + MDAT_HEADER).text("mdat").toBuffer();
    }
}
