package io.vidstead.engines.transcription;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A WAV file of 16-bit mono at {@value #RATE} Hz, read piece by piece: services and programs take only so much at once. A
 * piece ends where it is quietest within its last tenth, so that hardly a word is cut.
 */
final class WavSound implements AutoCloseable {

    static final int RATE = 16_000;

    private static final int HEADER = 44;
    private static final int BYTES_A_SAMPLE = 2;
    private static final int WINDOW = RATE / 20;
    private static final long MAX_HEADER = 1 << 16;

    /**
     * A part of the sound.
     *
     * @param start where it begins in the whole
     * @param wav a WAV file of its own
     */
    record Piece(Duration start, Duration length, byte[] wav) {}

    private final RandomAccessFile file;
    private final long begin;
    private final long samples;
    private long next;

    private WavSound(RandomAccessFile file, long begin, long samples) {
        this.file = file;
        this.begin = begin;
        this.samples = samples;
    }

    /** @throws RefusedSoundException when it is no such file */
    static WavSound open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return find(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static WavSound find(RandomAccessFile file) throws IOException {
        ByteBuffer riff = read(file, 0, 12);
        if (riff.limit() < 12 || !name(riff, 0).equals("RIFF") || !name(riff, 8).equals("WAVE")) {
            throw new RefusedSoundException("this is no WAV file");
        }
        boolean fits = false;
        for (long at = 12; at < MAX_HEADER; ) {
            ByteBuffer head = read(file, at, 24);
            if (head.limit() < 8) {
                break;
            }
            long size = head.getInt(4) & 0xffff_ffffL;
            if (name(head, 0).equals("fmt ") && head.limit() == 24) {
                fits = head.getShort(8) == 1
                        && head.getShort(10) == 1
                        && head.getInt(12) == RATE
                        && head.getShort(22) == 16;
            } else if (name(head, 0).equals("data") && fits) {
                long there = Math.min(size, file.length() - at - 8); // a stream's header says too much
                return new WavSound(file, at + 8, there / BYTES_A_SAMPLE);
            }
            at += 8 + size + (size & 1);
        }
        throw new RefusedSoundException("this is no WAV file of 16 bits, one channel, " + RATE + " Hz");
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.clamp(file.length() - at, 0, length)];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String name(ByteBuffer bytes, int at) {
        byte[] name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    boolean hasNext() {
        return next < samples;
    }

    /** The next piece, of this length at most. */
    Piece next(Duration most) throws IOException {
        long start = next;
        int length = (int) Math.min(samples - start, most.toMillis() * RATE / 1000);
        ByteBuffer sound = read(file, begin + start * BYTES_A_SAMPLE, length * BYTES_A_SAMPLE);
        if (start + length < samples) {
            length = quietest(sound, length - length / 10, length);
        }
        next = start + length;
        return new Piece(time(start), time(length), wav(sound, length));
    }

    private static Duration time(long samples) {
        return Duration.ofMillis(samples * 1000 / RATE);
    }

    /** The middle of the window with the least in it. */
    private static int quietest(ByteBuffer sound, int from, int to) {
        int best = to;
        long least = Long.MAX_VALUE;
        for (int window = from; window + WINDOW <= to; window += WINDOW) {
            long loud = 0;
            for (int i = window; i < window + WINDOW; i++) {
                loud += Math.abs(sound.getShort(i * BYTES_A_SAMPLE));
            }
            if (loud < least) {
                least = loud;
                best = window + WINDOW / 2;
            }
        }
        return best;
    }

    private static byte[] wav(ByteBuffer sound, int samples) {
        int size = samples * BYTES_A_SAMPLE;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + size);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * BYTES_A_SAMPLE);
        wav.putShort((short) BYTES_A_SAMPLE).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        return wav.put(sound.slice(0, size)).array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
