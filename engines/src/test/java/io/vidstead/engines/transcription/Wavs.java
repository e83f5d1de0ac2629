package io.vidstead.engines.transcription;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files as the port wants them. */
final class Wavs {

    private Wavs() {}

    static Path silence(Path file, double seconds) throws IOException {
        return write(file, new byte[(int) (seconds * WavSound.RATE) * 2], WavSound.RATE);
    }

    /** A hum with a pause of a fifth of a second each time {@code pause} seconds are over. */
    static Path hum(Path file, double seconds, int pause) throws IOException {
        byte[] sound = new byte[(int) (seconds * WavSound.RATE) * 2];
        for (int i = 0; i < sound.length / 2; i++) {
            boolean quiet = i % (pause * WavSound.RATE) > pause * WavSound.RATE - WavSound.RATE / 5;
            short sample = (short) (quiet ? 0 : 8000 * Math.sin(i * 0.08));
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        return write(file, sound, WavSound.RATE);
    }

    static Path write(Path file, byte[] sound, int rate) throws IOException {
        var format = new AudioFormat(rate, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(sound), format, sound.length / 2),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        return file;
    }
}
