package io.vidstead.media.protection;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sequence and its picture parameter sets say, as far as slice headers depend on it (ISO/IEC 14496-10, 7.3.2).
 *
 * @param lengthBytes how many bytes tell a unit's length (ISO/IEC 14496-15, 5.3.3)
 */
record AvcParameters(int lengthBytes, Map<Integer, Sequence> sequences, Map<Integer, Picture> pictures) {

    /** A sequence parameter set. */
    record Sequence(
            boolean separatePlanes,
            boolean monochrome,
            int frameNumberBits,
            int orderType,
            int orderBits,
            boolean orderAlwaysZero,
            boolean framesOnly) {}

    /** A picture parameter set. */
    record Picture(
            int sequence,
            boolean cabac,
            boolean bottomOrder,
            int references0,
            int references1,
            boolean weightedPrediction,
            int weightedBiprediction,
            boolean deblockingControl,
            boolean redundantPictures) {}

    Picture picture(int id) {
        return Optional.ofNullable(pictures.get(id))
                .orElseThrow(() -> new IllegalArgumentException("a slice without picture parameters"));
    }

    Sequence sequence(int id) {
        return Optional.ofNullable(sequences.get(id))
                .orElseThrow(() -> new IllegalArgumentException("a picture without sequence parameters"));
    }

    /** Reads the body of an {@code avcC} box. */
    static AvcParameters read(ByteBuffer avcC) {
        var in = avcC.duplicate().position(4);
        int lengthBytes = (in.get() & 3) + 1;
        var sequences = new HashMap<Integer, Sequence>();
        var pictures = new HashMap<Integer, Picture>();
        int count = in.get() & 31;
        for (int i = 0; i < count; i++) {
            sequence(unit(in), sequences);
        }
        count = Byte.toUnsignedInt(in.get());
        for (int i = 0; i < count; i++) {
            picture(unit(in), pictures);
        }
        return new AvcParameters(lengthBytes, Map.copyOf(sequences), Map.copyOf(pictures));
    }

    private static ByteBuffer unit(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        var unit = in.slice(in.position(), length);
        in.position(in.position() + length);
        return unit;
    }

    private static void sequence(ByteBuffer unit, Map<Integer, Sequence> found) {
        var in = new BitReader(unit);
        in.bits(8);
        int profile = in.bits(8);
        in.bits(16);
        int id = in.ue();
        int chroma = 1;
        boolean separate = false;
        if (hasChroma(profile)) {
            chroma = in.ue();
            separate = chroma == 3 && in.flag();
            in.ue();
            in.ue();
            in.bit();
            if (in.flag()) {
                scaling(in, chroma == 3 ? 12 : 8);
            }
        }
        int frameNumberBits = in.ue() + 4;
        int orderType = in.ue();
        int orderBits = 0;
        boolean alwaysZero = false;
        if (orderType == 0) {
            orderBits = in.ue() + 4;
        } else if (orderType == 1) {
            alwaysZero = in.flag();
            in.se();
            in.se();
            int cycle = in.ue();
            for (int i = 0; i < cycle; i++) {
                in.se();
            }
        }
        in.ue();
        in.bit();
        in.ue();
        in.ue();
        boolean framesOnly = in.flag();
        found.put(
                id, new Sequence(separate, chroma == 0, frameNumberBits, orderType, orderBits, alwaysZero, framesOnly));
    }

    private static boolean hasChroma(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private static void scaling(BitReader in, int lists) {
        for (int list = 0; list < lists; list++) {
            if (in.flag()) {
                int last = 8;
                int next = 8;
                for (int i = 0; i < (list < 6 ? 16 : 64) && next != 0; i++) {
                    next = (last + in.se() + 256) % 256;
                    last = next == 0 ? last : next;
                }
            }
        }
    }

    private static void picture(ByteBuffer unit, Map<Integer, Picture> found) {
        var in = new BitReader(unit);
        in.bits(8);
        int id = in.ue();
        int sequence = in.ue();
        boolean cabac = in.flag();
        boolean bottomOrder = in.flag();
        if (in.ue() > 0) {
            throw new IllegalArgumentException("groups of slices");
        }
        int references0 = in.ue() + 1;
        int references1 = in.ue() + 1;
        boolean weighted = in.flag();
        int bipred = in.bits(2);
        in.se();
        in.se();
        in.se();
        boolean deblocking = in.flag();
        in.bit();
        found.put(
                id,
                new Picture(
                        sequence,
                        cabac,
                        bottomOrder,
                        references0,
                        references1,
                        weighted,
                        bipred,
                        deblocking,
                        in.flag()));
    }
}
