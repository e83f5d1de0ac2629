package io.vidstead.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes, mostly where headers are, in the ways in which parsers break. */
final class Mutator {
    private static final int[] TELLING = {0, 1, -1, 7, 8, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0x10000000};
    private static final int MAX_CHANGES = 8;
    private static final int MAX_RUN = 4096;

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy. */
    byte[] damage(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int changes = 1 + random.nextInt(MAX_CHANGES); changes > 0 && bytes.length > 16; changes--) {
            bytes = change(bytes);
        }
        return bytes;
    }

    private byte[] change(byte[] bytes) {
        int at = place(bytes.length - 8);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> ByteBuffer.wrap(bytes).putInt(at, TELLING[random.nextInt(TELLING.length)]);
            case 3 -> ByteBuffer.wrap(bytes).putInt(at, random.nextInt());
            case 4 -> ByteBuffer.wrap(bytes).putLong(at, random.nextLong());
            case 5 -> {
                int from = place(bytes.length - 8);
                System.arraycopy(bytes, from, bytes, at, run(bytes.length - Math.max(at, from)));
            }
            case 6 -> {
                return Arrays.copyOf(bytes, Math.max(16, bytes.length - random.nextInt(bytes.length)));
            }
            default -> {
                return without(bytes, at, run(bytes.length - at));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter;
    }

    /** Every other time near the begin or the end, where headers and indexes are. */
    private int place(int length) {
        int near = Math.min(length, MAX_RUN);
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(near);
            case 1 -> length - 1 - random.nextInt(near);
            default -> random.nextInt(length);
        };
    }

    private int run(int most) {
        return 1 + random.nextInt(Math.clamp(most / 2, 1, MAX_RUN));
    }
}
