package io.vidstead.media;

import java.time.Duration;
import java.util.List;

/**
 * What is known of an accepted file.
 *
 * @param container ffmpeg's name of the container family: {@code mov,mp4,m4a,3gp,3g2,mj2}, {@code matroska,webm}, …
 * @param duration length of the longest stream
 * @param sizeBytes size of the file
 * @param bitrateBps average bits a second of the whole file
 * @param video the first picture stream that is not a cover picture; {@linkplain VideoStream#drawn drawn} where there is
 *     only sound
 * @param audio sound streams in the order of the file; may be empty
 */
public record MediaInfo(
        String container,
        Duration duration,
        long sizeBytes,
        long bitrateBps,
        VideoStream video,
        List<AudioStream> audio) {

    public MediaInfo {
        audio = List.copyOf(audio);
    }

    public boolean hasAudio() {
        return !audio.isEmpty();
    }

    public double seconds() {
        return duration.toNanos() / 1e9;
    }
}
