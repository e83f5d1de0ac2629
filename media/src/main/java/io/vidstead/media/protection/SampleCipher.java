package io.vidstead.media.protection;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;

/** Encrypts samples in place (ISO/IEC 23001-7, 9.5, 9.6 and 10.4). For one thread. */
final class SampleCipher {
    private static final int BLOCK = 16;
    /** One block in ten. */
    private static final int PATTERN = 10 * BLOCK;

    private static final int MAX_CLEAR = 0xffff;
    private static final int SLICE = 1;
    private static final int REFRESHING_SLICE = 5;
    private static final int FIRST_PARTITION = 2;
    private static final int LAST_PARTITION = 4;

    /** A run of clear bytes and the run of protected ones behind it. */
    record Subsample(int clear, int secured) {}

    private final ContentKey key;
    private final Cipher cipher;
    private final Optional<AvcParameters> avc;

    /** @param avc of pictures; absent for sound */
    SampleCipher(ContentKey key, Optional<AvcParameters> avc) {
        this.key = key;
        this.avc = avc;
        try {
            this.cipher = Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }

    /** The subsamples of a picture; none for sound, which is one. */
    List<Subsample> encrypt(ByteBuffer sample) {
        if (avc.isEmpty()) {
            cipher(sample, sample.remaining() / BLOCK * BLOCK, BLOCK);
            return List.of();
        }
        var subsamples = new ArrayList<Subsample>();
        int clear = 0;
        var in = sample.duplicate();
        while (in.hasRemaining()) {
            int lengthBytes = avc.get().lengthBytes();
            int length = length(in, lengthBytes);
            var unit = in.slice(in.position(), length);
            in.position(in.position() + length);
            int open = openBytes(unit, avc.get());
            clear += lengthBytes + open;
            if (open < length) {
                cipher(unit.position(open).slice(), length - open, PATTERN);
                add(subsamples, clear, length - open);
                clear = 0;
            }
        }
        if (clear > 0) {
            add(subsamples, clear, 0);
        }
        return subsamples;
    }

    private static int length(ByteBuffer in, int bytes) {
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | Byte.toUnsignedInt(in.get());
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a unit is larger than its sample");
        }
        return length;
    }

    /** How many bytes of a unit stay clear: all of it, but for the data of slices. */
    private static int openBytes(ByteBuffer unit, AvcParameters parameters) {
        int type = unit.hasRemaining() ? unit.get(0) & 31 : 0;
        if (type >= FIRST_PARTITION && type <= LAST_PARTITION) {
            throw new IllegalArgumentException("partitioned slices");
        }
        if (type != SLICE && type != REFRESHING_SLICE) {
            return unit.remaining();
        }
        int header = SliceHeader.length(parameters, unit);
        return unit.remaining() - header < BLOCK ? unit.remaining() : header;
    }

    private static void add(List<Subsample> subsamples, int clear, int secured) {
        int rest = clear;
        for (; rest > MAX_CLEAR; rest -= MAX_CLEAR) {
            subsamples.add(new Subsample(MAX_CLEAR, 0));
        }
        subsamples.add(new Subsample(rest, secured));
    }

    /** Encrypts a block every {@code stride} bytes; each begins where the one before ended, the first with the constant vector. */
    private void cipher(ByteBuffer bytes, int length, int stride) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.secret(), key.iv());
            if (stride == BLOCK) {
                var whole = bytes.slice(0, length);
                var plain = new byte[length];
                whole.get(0, plain);
                whole.put(0, cipher.update(plain));
                return;
            }
            var block = new byte[BLOCK];
            for (int at = 0; at + BLOCK <= length; at += stride) {
                bytes.get(at, block);
                bytes.put(at, cipher.update(block));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }
}
