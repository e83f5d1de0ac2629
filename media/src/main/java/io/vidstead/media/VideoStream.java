package io.vidstead.media;

/**
 * The picture stream of a file, or the one that is drawn for a file of sound alone.
 *
 * @param index stream number within the file
 * @param codec ffmpeg's short name: h264, hevc, vp9, …
 * @param profile ffmpeg's name of the profile, or empty
 * @param level codec's level number (H.264: ten times the level), or -1
 * @param codedWidth width in the file's own pixels
 * @param codedHeight height in the file's own pixels
 * @param width width as shown: square pixels, rotation applied
 * @param height height as shown
 * @param rotation clockwise turn that a player applies: 0, 90, 180 or 270
 * @param squarePixels whether the file's pixels are square
 * @param averageRate frames counted over the length
 * @param nominalRate the least rate that can show all time stamps exactly; differs from the average where frames are unevenly spaced
 * @param pixelFormat ffmpeg's name: yuv420p, yuv420p10le, …
 * @param bitDepth bits a sample
 * @param hdr whether the transfer function is PQ or HLG
 * @param interlaced whether frames are made of two fields
 */
public record VideoStream(
        int index,
        String codec,
        String profile,
        int level,
        int codedWidth,
        int codedHeight,
        int width,
        int height,
        int rotation,
        boolean squarePixels,
        FrameRate averageRate,
        FrameRate nominalRate,
        String pixelFormat,
        int bitDepth,
        boolean hdr,
        boolean interlaced) {

    private static final int DRAWN = -1;

    /** What a file of sound is shown by: a standing picture of its waveform, at the rate of a film. */
    public static VideoStream drawn() {
        var rate = FrameRate.of(25);
        return new VideoStream(
                DRAWN, "drawn", "", -1, 1280, 720, 1280, 720, 0, true, rate, rate, "yuv420p", 8, false, false);
    }

    /** Whether there is no such stream in the file. */
    public boolean isDrawn() {
        return index == DRAWN;
    }

    /** The smaller of both sides, by which rungs of a ladder are named. */
    public int shortSide() {
        return Math.min(width, height);
    }
}
