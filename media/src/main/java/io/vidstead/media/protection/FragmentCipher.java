package io.vidstead.media.protection;

import io.vidstead.media.cmaf.Box;
import io.vidstead.media.cmaf.BoxWriter;
import io.vidstead.media.cmaf.FragmentSamples;
import io.vidstead.media.protection.SampleCipher.Subsample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Rewrites segments: samples encrypted, and beside them what of each is (ISO/IEC 23001-7, 7; ISO/IEC 14496-12, 8.7.8 and 8.7.9). */
final class FragmentCipher {
    private static final int SUBSAMPLES = 2;
    private static final int MAX_SUBSAMPLES = 42;
    private static final int BOX_HEADER = 8;
    private static final int SAIO = 20;
    private static final int SAIZ = 17;
    private static final int SENC = 16;

    private final SampleCipher cipher;
    private final Box moov;
    private final boolean picture;

    FragmentCipher(SampleCipher cipher, Box moov, boolean picture) {
        this.cipher = cipher;
        this.moov = moov;
        this.picture = picture;
    }

    /** @param segment whole boxes; it is changed in place where its length stays */
    ByteBuffer encrypt(ByteBuffer segment) {
        var out = new BoxWriter();
        var boxes = Box.list(segment);
        for (int i = 0; i < boxes.size(); i++) {
            var box = boxes.get(i);
            boolean fragment = box.type().equals("moof")
                    && i + 1 < boxes.size()
                    && boxes.get(i + 1).type().equals("mdat");
            if (fragment) {
                fragment(out, box, boxes.get(++i));
            } else if (box.type().equals("moof") || box.type().equals("mdat")) {
                throw new IllegalArgumentException("samples that do not follow their header");
            } else {
                copy(out, box);
            }
        }
        return out.toBuffer();
    }

    private void fragment(BoxWriter out, Box moof, Box mdat) {
        int dataAt = BOX_HEADER + moof.body().limit() + BOX_HEADER;
        var samples = FragmentSamples.of(moof, moov);
        var all = new ArrayList<List<Subsample>>(samples.sizes().size());
        long at = samples.dataOffset() - dataAt;
        if (at < 0) {
            throw new IllegalArgumentException("samples lie before their data");
        }
        for (int size : samples.sizes()) {
            all.add(cipher.encrypt(mdat.body().slice(Math.toIntExact(at), size)));
            at += size;
        }
        header(out, moof, all);
        copy(out, mdat);
    }

    private void header(BoxWriter out, Box moof, List<List<Subsample>> samples) {
        int added = picture ? SAIZ + sizes(samples) + SAIO + auxiliary(samples) : SENC;
        out.begin("moof");
        int written = BOX_HEADER;
        for (var child : moof.children()) {
            if (child.type().equals("traf")) {
                out.begin("traf");
                written += BOX_HEADER;
                for (var part : child.children()) {
                    copy(out, part.type().equals("trun") ? moved(part, added) : part);
                    written += BOX_HEADER + part.body().limit();
                }
                describe(out, samples, written);
                out.end();
            } else {
                copy(out, child);
                written += BOX_HEADER + child.body().limit();
            }
        }
        out.end();
    }

    /** One byte a sample, unless all are alike. */
    private static int sizes(List<List<Subsample>> samples) {
        return same(samples) ? 0 : samples.size();
    }

    private static boolean same(List<List<Subsample>> samples) {
        return samples.stream().mapToInt(List::size).distinct().count() <= 1;
    }

    private static int auxiliary(List<List<Subsample>> samples) {
        return SENC + samples.stream().mapToInt(FragmentCipher::bytes).sum();
    }

    private static int bytes(List<Subsample> subsamples) {
        if (subsamples.size() > MAX_SUBSAMPLES) {
            throw new IllegalArgumentException("too many slices in a picture");
        }
        return 2 + 6 * subsamples.size();
    }

    /** @param at where in the {@code moof} the boxes are written */
    private void describe(BoxWriter out, List<List<Subsample>> samples, int at) {
        int senc = at;
        if (picture) {
            out.beginFull("saiz", 0, 0).bytes(one(same(samples) && !samples.isEmpty() ? bytes(samples.getFirst()) : 0));
            out.u32(samples.size());
            if (!same(samples)) {
                samples.forEach(sample -> out.bytes(one(bytes(sample))));
            }
            out.end();
            senc += SAIZ + sizes(samples) + SAIO;
            out.beginFull("saio", 0, 0).u32(1).u32(senc + SENC).end();
        }
        out.beginFull("senc", 0, picture ? SUBSAMPLES : 0).u32(samples.size());
        if (picture) {
            for (var sample : samples) {
                out.u16(sample.size());
                sample.forEach(part -> out.u16(part.clear()).u32(part.secured()));
            }
        }
        out.end();
    }

    private static ByteBuffer one(int value) {
        return ByteBuffer.allocate(1).put(0, (byte) value);
    }

    /** The run with its data further behind the start of the {@code moof}. */
    private static Box moved(Box trun, int by) {
        var body = ByteBuffer.allocate(trun.body().limit()).put(trun.reader()).flip();
        return new Box("trun", body.putInt(8, Math.addExact(body.getInt(8), by)));
    }

    static void copy(BoxWriter out, Box box) {
        out.begin(box.type()).bytes(box.reader()).end();
    }
}
