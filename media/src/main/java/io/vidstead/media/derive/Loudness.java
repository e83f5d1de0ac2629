package io.vidstead.media.derive;

/**
 * How loud the sound of a video is, by EBU R 128 (ITU-R BS.1770).
 *
 * @param integratedLufs of the whole programme
 * @param truePeakDb highest peak between samples too, in dBTP
 */
public record Loudness(double integratedLufs, double truePeakDb) {
    /** What everything is to sound like. */
    public static final double TARGET_LUFS = -14;

    /**
     * What to add at playback, in dB: never above 0. Louder videos are turned down to the target; quiet ones stay as
     * they are, because turning them up would clip their peaks (docs/decisions/046).
     */
    public double gainDb() {
        return Math.round(Math.min(0, TARGET_LUFS - integratedLufs) * 10) / 10.0;
    }
}
