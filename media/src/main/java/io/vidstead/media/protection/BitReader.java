package io.vidstead.media.protection;

import java.nio.ByteBuffer;

/** Reads the bits of an H.264 unit (ISO/IEC 14496-10, 7.2 and 9.1), passing over the bytes that keep start codes out. */
final class BitReader {
    private final ByteBuffer unit;
    private int bit = 8;
    private int current;
    private int zeros;

    /** @param unit from its header on; read through its position */
    BitReader(ByteBuffer unit) {
        this.unit = unit.duplicate();
    }

    /** Bytes of the unit that were begun to be read. */
    int bytesRead() {
        return unit.position();
    }

    int bit() {
        if (bit == 8) {
            next();
        }
        return current >> (7 - bit++) & 1;
    }

    private void next() {
        current = Byte.toUnsignedInt(unit.get());
        if (zeros == 2 && current == 3) {
            zeros = 0;
            current = Byte.toUnsignedInt(unit.get());
        }
        zeros = current == 0 ? zeros + 1 : 0;
        bit = 0;
    }

    boolean flag() {
        return bit() == 1;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** An unsigned Exp-Golomb number. */
    int ue() {
        int leading = 0;
        while (bit() == 0) {
            if (++leading > 31) {
                throw new IllegalArgumentException("a number of more than 32 bits");
            }
        }
        return (1 << leading) - 1 + bits(leading);
    }

    /** A signed Exp-Golomb number. */
    int se() {
        int code = ue();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}
