package io.vidstead.media.protection;

import io.vidstead.media.protection.AvcParameters.Picture;
import io.vidstead.media.protection.AvcParameters.Sequence;
import java.nio.ByteBuffer;

/** Finds where the data of an H.264 slice begin (ISO/IEC 14496-10, 7.3.3). */
final class SliceHeader {
    private static final int INSTANT_REFRESH = 5;
    private static final int MAKE_LONG_TERM = 3;
    private static final int FORGET_ALL = 5;

    private static final int P = 0;
    private static final int B = 1;
    private static final int I = 2;
    private static final int SP = 3;
    private static final int SI = 4;

    private final AvcParameters parameters;
    private final BitReader in;

    private SliceHeader(AvcParameters parameters, ByteBuffer unit) {
        this.parameters = parameters;
        this.in = new BitReader(unit);
    }

    /**
     * Bytes of the unit that hold its header, a byte shared with the data included.
     *
     * @param unit a coded slice, from its unit header on
     */
    static int length(AvcParameters parameters, ByteBuffer unit) {
        var header = new SliceHeader(parameters, unit);
        header.read();
        return header.in.bytesRead();
    }

    private void read() {
        int first = in.bits(8);
        int reference = first >> 5 & 3;
        boolean refresh = (first & 31) == INSTANT_REFRESH;
        in.ue();
        int type = in.ue() % 5;
        Picture picture = parameters.picture(in.ue());
        Sequence sequence = parameters.sequence(picture.sequence());
        if (sequence.separatePlanes()) {
            in.bits(2);
        }
        in.bits(sequence.frameNumberBits());
        boolean field = !sequence.framesOnly() && in.flag();
        if (field) {
            in.bit();
        }
        if (refresh) {
            in.ue();
        }
        order(sequence, picture, field);
        if (picture.redundantPictures()) {
            in.ue();
        }
        if (type == B) {
            in.bit();
        }
        references(sequence, picture, type);
        if (reference != 0) {
            marking(refresh);
        }
        if (picture.cabac() && type != I && type != SI) {
            in.ue();
        }
        in.se();
        if (type == SP || type == SI) {
            if (type == SP) {
                in.bit();
            }
            in.se();
        }
        if (picture.deblockingControl() && in.ue() != 1) {
            in.se();
            in.se();
        }
    }

    private void order(Sequence sequence, Picture picture, boolean field) {
        if (sequence.orderType() == 0) {
            in.bits(sequence.orderBits());
            if (picture.bottomOrder() && !field) {
                in.se();
            }
        } else if (sequence.orderType() == 1 && !sequence.orderAlwaysZero()) {
            in.se();
            if (picture.bottomOrder() && !field) {
                in.se();
            }
        }
    }

    private void references(Sequence sequence, Picture picture, int type) {
        if (type == I || type == SI) {
            return;
        }
        int list0 = picture.references0();
        int list1 = picture.references1();
        if (in.flag()) {
            list0 = in.ue() + 1;
            list1 = type == B ? in.ue() + 1 : list1;
        }
        modification();
        if (type == B) {
            modification();
        }
        boolean predicted = picture.weightedPrediction() && (type == P || type == SP);
        if (predicted || (picture.weightedBiprediction() == 1 && type == B)) {
            boolean chroma = !sequence.monochrome() && !sequence.separatePlanes();
            in.ue();
            if (chroma) {
                in.ue();
            }
            weights(list0, chroma);
            if (type == B) {
                weights(list1, chroma);
            }
        }
    }

    private void modification() {
        if (in.flag()) {
            while (in.ue() != 3) {
                in.ue();
            }
        }
    }

    private void weights(int references, boolean chroma) {
        for (int i = 0; i < references; i++) {
            if (in.flag()) {
                in.se();
                in.se();
            }
            if (chroma && in.flag()) {
                in.se();
                in.se();
                in.se();
                in.se();
            }
        }
    }

    private void marking(boolean refresh) {
        if (refresh) {
            in.bits(2);
        } else if (in.flag()) {
            for (int operation = in.ue(); operation != 0; operation = in.ue()) {
                if (operation != FORGET_ALL) {
                    in.ue();
                }
                if (operation == MAKE_LONG_TERM) {
                    in.ue();
                }
            }
        }
    }
}
