package io.vidstead.media.jit;

import io.vidstead.media.TrackKind;
import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxWriter;
import java.nio.ByteBuffer;

/** The initialisation segment of one track (ISO/IEC 23000-19, 7.3.1), made from the track's own description. */
final class InitSegment {
    private static final int ENABLED_IN_MOVIE = 3;
    private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private InitSegment() {}

    static ByteBuffer of(Box trak, TrackKind kind, int timescale) {
        var out = new BoxWriter();
        out.begin("ftyp")
                .text("iso6")
                .u32(0)
                .text("iso6")
                .text("cmfc")
                .text("mp41")
                .end();
        out.begin("moov");
        movieHeader(out, timescale);
        out.begin("trak");
        trackHeader(out, trak, kind);
        out.begin("mdia");
        mediaHeader(out, trak, kind, timescale);
        out.begin("minf");
        if (kind == TrackKind.VIDEO) {
            out.beginFull("vmhd", 0, 1).zeros(8).end();
        } else {
            out.beginFull("smhd", 0, 0).zeros(4).end();
        }
        out.begin("dinf").beginFull("dref", 0, 0).u32(1).beginFull("url ", 0, 1).end();
        out.end().end();
        sampleTable(out, trak);
        out.end().end().end();
        out.begin("mvex").beginFull("trex", 0, 0).u32(1).u32(1).zeros(12).end().end();
        return out.end().toBuffer();
    }

    private static void movieHeader(BoxWriter out, int timescale) {
        out.beginFull("mvhd", 0, 0).zeros(8).u32(timescale).u32(0);
        out.u32(0x10000).u16(0x100).zeros(10);
        matrix(out).zeros(24).u32(2).end();
    }

    private static void trackHeader(BoxWriter out, Box trak, TrackKind kind) {
        var tkhd = trak.require("tkhd");
        int size = tkhd.version() == 1 ? 88 : 76;
        out.beginFull("tkhd", 0, ENABLED_IN_MOVIE).zeros(8).u32(1).zeros(8).zeros(8);
        out.u16(0).u16(0).u16(kind == TrackKind.AUDIO ? 0x100 : 0).u16(0);
        out.bytes(tkhd.body().slice(size - 36, 44)).end(); // the matrix, which may turn the picture, and the size
    }

    private static void mediaHeader(BoxWriter out, Box trak, TrackKind kind, int timescale) {
        var mdhd = trak.require("mdia", "mdhd");
        int language = mdhd.body().getShort(mdhd.version() == 1 ? 32 : 20);
        out.beginFull("mdhd", 0, 0)
                .zeros(8)
                .u32(timescale)
                .u32(0)
                .u16(language)
                .u16(0)
                .end();
        out.beginFull("hdlr", 0, 0).u32(0).text(kind == TrackKind.VIDEO ? "vide" : "soun");
        out.zeros(12).zeros(1).end();
    }

    private static void sampleTable(BoxWriter out, Box trak) {
        out.begin("stbl").bytes(SampleDescription.of(trak).box());
        out.beginFull("stts", 0, 0).u32(0).end();
        out.beginFull("stsc", 0, 0).u32(0).end();
        out.beginFull("stsz", 0, 0).u32(0).u32(0).end();
        out.beginFull("stco", 0, 0).u32(0).end();
        out.end();
    }

    private static BoxWriter matrix(BoxWriter out) {
        for (int value : IDENTITY) {
            out.u32(value);
        }
        return out;
    }
}
